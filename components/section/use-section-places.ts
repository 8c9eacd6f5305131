"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { FigureGridHandle } from "@/components/grid/figure-grid-props";
import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import { computeTotals } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { CellKey, Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { mapNarrative, storedRange } from "@/lib/domain/narrative-map";
import { anchorOf } from "./live-findings";
import { idOfAnchor } from "./section-anchor";

export type SectionPlaces = ReturnType<typeof useSectionPlaces>;

/** What each place of a section is called, where a finding is, and how to get there. */
export function useSectionPlaces(answers: UnitAnswers, format: Format, keys: readonly CellKey[]) {
  const t = useTranslations("section.paragraph");
  const grid = useRef<FigureGridHandle>(null);

  const placeOf = (anchor: string): string => {
    const key = headingOfAnchor(anchor);
    const heading = answers.outline.find((candidate) => candidate.key === key);
    if (heading) return `${heading.number}${heading.title}` || t("single");
    const indicator = answers.indicators.find((candidate) => `indicators.${candidate.key}` === anchor);
    return indicator?.label ?? nameCell(format, anchor);
  };
  /** The figure that a key in the text stands for. */
  const lookup = (key: string): string | null =>
    computeTotals(format, answers.figures)[key] ?? answers.figures[key] ?? null;

  return {
    grid,
    placeOf,
    lookup,
    sayTooLong: (anchor: string, limit: number): string => t("tooLong", { place: placeOf(anchor), limit }),
    anchorOfFinding: (finding: Finding): string | null => anchorOf(finding, new Set(keys)),
    /** The words in the text that it is about, else the cell that it starts from. */
    placeOfFinding(finding: Finding): string {
      if (finding.text && finding.text.end > finding.text.start) return finding.text.quote;
      const anchor = finding.text ? paragraphAnchor(finding.text.headingKey) : finding.cells[0];
      return anchor === undefined ? getSection(format, answers.sectionId).title : placeOf(anchor);
    },
    goTo(anchor: string, range?: { start: number; end: number }): void {
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
    },
  };
}
