"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode, type Ref, useEffect, useMemo, useRef } from "react";
import type { ShownComment } from "@/components/findings/comment-card";
import { useFindingText, useRuleWords } from "@/components/findings/finding-text";
import { FigureGrid } from "@/components/grid/figure-grid";
import { FigureGridLegend } from "@/components/grid/figure-grid-legend";
import type { GridComment, GridFinding } from "@/components/grid/figure-grid-marks";
import type { FigureGridHandle } from "@/components/grid/figure-grid-props";
import type { ReadPasted } from "@/components/grid/use-grid-paste";
import { useLiveTotals } from "@/components/grid/use-live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { idOfAnchor } from "./section-anchor";

type SectionTablesProps = {
  ref: Ref<FigureGridHandle>;
  format: Format;
  sectionId: SectionId;
  previous: Figures | null;
  saver: CellSaver;
  findings: readonly Finding[];
  explainedIds: ReadonlySet<string>;
  /** Carried over from the year before, and changed with a reason only. */
  locked: ReadonlySet<string>;
  comments: readonly ShownComment[];
  before: Figures | null;
  isComparing: boolean;
  readPasted: ReadPasted;
  onFocus: (cellKey: string) => void;
  onHistory: (cellKey: string) => void;
};

/**
 * The statutory tables of a section, with what the checks and the reviewer say marked in their cells. They are drawn
 * again when that changes, and not whenever something is saved or focused.
 */
export const SectionTables = memo(function SectionTables(props: SectionTablesProps): ReactNode {
  const { ref, format, sectionId, previous, saver, findings, explainedIds, locked, comments, before } = props;
  const { isComparing, readPasted, onFocus, onHistory } = props;
  const totals = useLiveTotals(saver, format, sectionId);
  const sentenceOf = useFindingText();
  const inWords = useRuleWords();
  const common = useTranslations("common");
  const gridFindings = useMemo(
    () =>
      findings.map(
        (finding): GridFinding => ({
          id: finding.id,
          severity: finding.severity,
          cells: finding.cells,
          sentence: sentenceOf(finding),
          terms: finding.terms.map(({ label, value }) => `${inWords(label)} ${value}`),
          isBlank: finding.rule === "BLANK" && finding.actual === null,
          isExplained: explainedIds.has(finding.id),
        }),
      ),
    [findings, explainedIds, sentenceOf, inWords],
  );
  const gridComments = useMemo(
    () =>
      comments.flatMap((comment): GridComment[] =>
        comment.resolved || headingOfAnchor(comment.anchor) !== null
          ? []
          : [{ cellKey: comment.anchor, text: comment.body }],
      ),
    [comments],
  );
  const units = [
    ...new Set(getSection(format, sectionId).tables.flatMap((table) => table.cells.map((cell) => cell.unit))),
  ];

  const handle = useRef<FigureGridHandle | null>(null);
  useEffect(() => {
    const key = totals.inputs.find((input) => `#${idOfAnchor(input)}` === window.location.hash);
    if (key) handle.current?.goTo(key);
  }, [totals]);

  return (
    <>
      <FigureGrid
        ref={(found) => {
          handle.current = found;
          if (typeof ref === "function") ref(found);
          else if (ref) ref.current = found;
        }}
        format={format}
        sectionId={sectionId}
        saver={saver}
        totals={totals}
        previous={previous}
        isComparing={isComparing}
        before={before}
        findings={gridFindings}
        comments={gridComments}
        locked={locked}
        readPasted={readPasted}
        onHistory={onHistory}
        onFocusCell={(key) => {
          if (key !== null) onFocus(key);
        }}
      />
      <FigureGridLegend unit={units.join(common("listSeparator"))} hasPrevious={isComparing} />
    </>
  );
});
