import type { ReactNode } from "react";
import type { LiveTotals } from "@/components/grid/live-totals";
import { useTotal } from "@/components/grid/use-live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { Figures } from "@/lib/domain/cell";
import { subtractDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import { formatDifference, formatFigure } from "@/lib/i18n/numbers";

type CompareCellsProps = {
  saver: CellSaver;
  totals: LiveTotals;
  cellKey: CellKey | null;
  previous: Figures | null;
};

/** Last year's total and what has changed; nothing where one of the two is no number. */
export function CompareCells({ saver, totals, cellKey, previous }: CompareCellsProps): ReactNode {
  const now = readFigure(useTotal(saver, totals, cellKey ?? ""));
  const before = readFigure(cellKey === null ? null : (previous?.[cellKey] ?? null));
  const difference =
    now.kind === "number" && before.kind === "number" ? subtractDecimals(now.value, before.value) : null;
  return (
    <>
      <td data-last-year>{before.kind === "number" ? formatFigure(before.value) : ""}</td>
      <td data-last-year data-differs={difference !== null && difference !== "0" ? "" : undefined}>
        {difference === null ? "" : formatDifference(difference)}
      </td>
    </>
  );
}
