"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { FigureGridHandle } from "@/components/grid/figure-grid";
import type { UnsavedEntry } from "@/components/saving/unsaved";
import { useCellSaver, useSaving } from "@/components/saving/use-cell-saver";
import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import { carriedFrom, lockedCells } from "@/lib/domain/carry-forward";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { Finding, TextPlace } from "@/lib/domain/check/finding";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { sortTodo } from "@/lib/domain/check/todo";
import type { Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { dropRange, mapNarrative, storedRange } from "@/lib/domain/narrative-map";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { VersionContent } from "@/lib/domain/version";
import { anchorOf, createLiveFindings, wrongNumberOf } from "./live-findings";
import { idOfAnchor } from "./section-anchor";
import { createSectionSave, type SaveFiguresCall, type SaveParagraphCall } from "./section-save";

type SectionWorkOptions = {
  submissionId: string;
  /** What is checked, by the official form. */
  answers: UnitAnswers;
  /** The form as it is drawn, its labels in the reader's language. */
  format: Format;
  /** Typed cells of the section and its indicators as stored. */
  values: Figures;
  explanations: readonly { findingId: string }[];
  /** What stood in fields that were sent and not accepted, by cell or text. */
  typed: Readonly<Record<string, string>>;
  actions: { saveFigures: SaveFiguresCall; saveParagraph: SaveParagraphCall };
};

export type SectionWorkState = ReturnType<typeof useSectionWork>;

/** A section under way: what is typed, what is saved, what the rules say of it, and how to get to each place. */
export function useSectionWork(options: SectionWorkOptions) {
  const { submissionId, answers, format, values, explanations, actions, typed } = options;
  const t = useTranslations("section.paragraph");
  const [savedRevision, setSavedRevision] = useState(0);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const grid = useRef<FigureGridHandle>(null);

  const [stored] = useState(() => ({
    ...values,
    ...Object.fromEntries(
      answers.outline.map((heading) => [paragraphAnchor(heading.key), answers.paragraphs[heading.key] || null]),
    ),
  }));
  const [keys] = useState(() => Object.keys(stored));
  const placeOf = (anchor: string): string => {
    const key = headingOfAnchor(anchor);
    const heading = answers.outline.find((heading) => heading.key === key);
    if (heading) return `${heading.number}${heading.title}` || t("single");
    const indicator = answers.indicators.find((indicator) => `indicators.${indicator.key}` === anchor);
    return indicator?.label ?? nameCell(format, anchor);
  };
  const [save] = useState(() =>
    createSectionSave({
      submissionId,
      ...actions,
      onRevision: setSavedRevision,
      onRefused: setRefusal,
      sayTooLong: (anchor, limit) => t("tooLong", { place: placeOf(anchor), limit }),
    }),
  );
  const saver = useCellSaver(stored, save, typed);
  const saving = useSaving(saver);
  const [live] = useState(() => createLiveFindings(saver, answers, keys));
  const found = useSyncExternalStore(saver.subscribe, live, live);
  const { findings } = found;
  const explainedIds = useMemo(() => new Set(explanations.map((explanation) => explanation.findingId)), [explanations]);
  const todo = useMemo(() => sortTodo(findings, explainedIds), [findings, explainedIds]);
  const [carried] = useState(() =>
    carriedFrom({ format: answers.cycle.format, year: answers.cycle.year, previous: answers.previous }),
  );
  const locked = useMemo(
    () => lockedCells(carried, (key) => saver.cell(key).written, todo.explained),
    // What is written shows in the findings: a carried cell that is changed begins or ends to differ.
    [carried, saver, todo],
  );
  const blocking = [...todo.errors, ...todo.blanks, ...todo.warnings];
  const written = keys.map((key) => saver.cell(key).written);

  const anchorOfFinding = (finding: Finding): string | null => anchorOf(finding, new Set(keys));
  const lookup = (key: string): string | null =>
    computeTotals(format, answers.figures)[key] ?? answers.figures[key] ?? null;
  const goTo = (anchor: string, range?: { start: number; end: number }): void => {
    if (grid.current) {
      grid.current.goTo(anchor);
      return;
    }
    const target = document.getElementById(idOfAnchor(anchor));
    target?.focus();
    target?.scrollIntoView({ block: "center" });
    if (range && target instanceof HTMLTextAreaElement) {
      const at = storedRange(mapNarrative(target.value, lookup), range);
      if (at) target.setSelectionRange(at.start, at.end);
    }
  };

  return {
    saver,
    saving,
    savedRevision,
    refusal,
    current,
    setCurrent,
    grid,
    keys,
    findings,
    explainedIds,
    todo,
    blocking,
    carried,
    locked,
    filled: written.filter((value) => value !== null).length,
    isAllZero: written.every((value) => value === "0"),
    isNothingButZeros: written.every((value) => value === null || value === "0"),
    anchorOfFinding,
    placeOf,
    /** The words in the text that it is about, else the cell that it starts from. */
    placeOfFinding(finding: Finding): string {
      if (finding.text && finding.text.end > finding.text.start) return finding.text.quote;
      const anchor = finding.text ? paragraphAnchor(finding.text.headingKey) : finding.cells[0];
      return anchor === undefined ? getSection(format, answers.sectionId).title : placeOf(anchor);
    },
    /** What stands in the fields and is not with the server. */
    listUnsaved(): UnsavedEntry[] {
      return keys.flatMap((anchor) => {
        const { typed, stored } = saver.cell(anchor);
        return typed === (stored ?? "") ? [] : [{ anchor, place: placeOf(anchor), value: typed }];
      });
    },
    /** The section as it is typed now, as a version would hold it. */
    contentNow(): VersionContent {
      return {
        sectionId: answers.sectionId,
        figures: Object.fromEntries(
          keys.flatMap((key) => (headingOfAnchor(key) === null ? [[key, saver.cell(key).written]] : [])),
        ),
        paragraphs: Object.fromEntries(
          answers.outline.map(({ key }) => [key, saver.cell(paragraphAnchor(key)).written ?? ""]),
        ),
      };
    },
    /** What stands at an anchor now, as a comment quotes it. */
    valueAt(anchor: string): string | null {
      if (headingOfAnchor(anchor) !== null) return saver.cell(anchor).written ?? "";
      const figures = Object.fromEntries(keys.map((key) => [key, saver.cell(key).written]));
      return (anchor in figures ? figures : computeTotals(format, figures))[anchor] ?? "";
    },
    /** The number in the text that a finding corrects, and what it would be; null where a reader must decide. */
    correctionOf(finding: Finding): string | null {
      return wrongNumberOf(finding, found.numbers)?.value ?? null;
    },
    /** Puts the cell's number in the place of the wrong one. */
    correct(finding: Finding): void {
      const number = wrongNumberOf(finding, found.numbers);
      if (!number) return;
      const anchor = paragraphAnchor(number.headingKey);
      const text = saver.cell(anchor).written ?? "";
      const at = storedRange(mapNarrative(text, lookup), number);
      if (!at) return;
      saver.write([{ cellKey: anchor, value: `${text.slice(0, at.start)}${number.value}${text.slice(at.end)}` }]);
    },
    /** Takes a passage that stands twice out of one of its places. */
    drop(place: TextPlace): void {
      const anchor = paragraphAnchor(place.headingKey);
      saver.write([{ cellKey: anchor, value: dropRange(saver.cell(anchor).written ?? "", lookup, place) }]);
    },
    goTo,
    /** To the next thing in the way of submitting, from where the person is. */
    goNext(): void {
      const at = blocking.findIndex((finding) => anchorOfFinding(finding) === current);
      const next = blocking[(at + 1) % blocking.length];
      const anchor = saving.conflicts[0]?.cellKey ?? (next ? anchorOfFinding(next) : null);
      if (anchor !== null) goTo(anchor, next?.text ?? undefined);
    },
  };
}
