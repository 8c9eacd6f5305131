"use client";

import { useState } from "react";
import { useCellSaver, useSaving } from "@/components/saving/use-cell-saver";
import { useKeptTyping } from "@/components/saving/use-kept-typing";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Figures } from "@/lib/domain/cell";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import type { Format } from "@/lib/domain/format";
import type { RefusalCode } from "@/lib/domain/refusal";
import { callSaveFigures, callSaveParagraph } from "./section-calls";
import { correctionsOf } from "./section-corrections";
import { createSectionSave } from "./section-save";
import { valuesOfSection } from "./section-values";
import { useSectionFindings } from "./use-section-findings";
import { useSectionPlaces } from "./use-section-places";

type SectionWorkOptions = {
  submissionId: string;
  personId: string;
  /** What is checked, by the official form. */
  answers: UnitAnswers;
  /** The form as it is drawn, its labels in the reader's language. */
  format: Format;
  /** Typed cells of the section and its indicators as stored. */
  values: Figures;
  explanations: readonly { findingId: string }[];
  /** What stood in fields that were sent and not accepted, by cell or text. */
  typed: Readonly<Record<string, string>>;
};

/** A section under way, by purpose: saving, what the rules say, its places, what stands in it, and corrections. */
export function useSectionWork(options: SectionWorkOptions) {
  const { submissionId, personId, answers, format, values, explanations, typed } = options;
  const [savedRevision, setSavedRevision] = useState(0);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [stored] = useState(() => ({
    ...values,
    ...Object.fromEntries(
      answers.outline.map((heading) => [paragraphAnchor(heading.key), answers.paragraphs[heading.key] || null]),
    ),
  }));
  const [keys] = useState(() => Object.keys(stored));
  const places = useSectionPlaces(answers, format, keys);
  const [save] = useState(() =>
    createSectionSave({
      submissionId,
      saveFigures: callSaveFigures,
      saveParagraph: callSaveParagraph,
      onRevision: setSavedRevision,
      onRefused: setRefusal,
      sayTooLong: places.sayTooLong,
    }),
  );
  const saver = useCellSaver(stored, save, typed);
  const saving = useSaving(saver);
  const kept = useKeptTyping({ saver, owner: personId, of: submissionId, keys, placeOf: places.placeOf });
  const found = useSectionFindings(saver, answers, keys, explanations);

  return {
    saver,
    saving,
    /** What this person typed here before and never reached the server. */
    kept,
    savedRevision,
    refusal,
    keys,
    /** The cell or text that has the focus. */
    current,
    setCurrent,
    places,
    found,
    written: valuesOfSection({ saver, answers, format, keys, placeOf: places.placeOf }),
    corrections: correctionsOf(saver, found.numbers, places.lookup),
    /** Moves to the next error that keeps the section from being submitted, after the cell or text in focus. */
    goNext(): void {
      const { blocking } = found;
      const at = blocking.findIndex((finding) => places.anchorOfFinding(finding) === current);
      const next = blocking[(at + 1) % blocking.length];
      const anchor = saving.conflicts[0]?.cellKey ?? (next ? places.anchorOfFinding(next) : null);
      if (anchor !== null) places.goTo(anchor, next?.text ?? undefined);
    },
  };
}

/** What `useSectionWork` gives, for the parts of the page that draw it. */
export type SectionWork = ReturnType<typeof useSectionWork>;
