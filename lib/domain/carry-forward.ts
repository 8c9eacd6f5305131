import type { Figures } from "@/lib/domain/cell";
import type { CheckSubject, Finding } from "@/lib/domain/check/finding";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey, Format, FormatCell } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";

/**
 * What the next year starts with: each typed cell of 二、上年结转 is the year before's 四、结转下年度, column by column
 * (CARRY-YEAR).
 */
export function carriedFigures(format: Format, before: Figures): { cellKey: CellKey; found: DecimalText }[] {
  return listCarried(format).flatMap((cell) => {
    const from = readFigure(before[`requests.carried_out.${cell.column}`]);
    return from.kind === "number" ? [{ cellKey: cell.key, found: from.value }] : [];
  });
}

/** True for a typed cell of 二、上年结转, which the year before fills in (CARRY-YEAR). */
export function isCarried(format: Format, cellKey: CellKey): boolean {
  return listCarried(format).some((cell) => cell.key === cellKey);
}

function listCarried(format: Format): FormatCell[] {
  return listSectionCells(format, "requests").filter((cell) => cell.row === "carried_in" && !cell.sumOf);
}

/** The carried cells of a year with what the year before gives for each; empty where there is no year before. */
export function carriedFrom(params: {
  format: Format;
  year: number;
  previous: CheckSubject["previous"];
}): Map<CellKey, DecimalText> {
  const { format, year, previous } = params;
  if (previous?.year !== year - 1) return new Map();
  return new Map(carriedFigures(format, previous.figures).map(({ cellKey, found }) => [cellKey, found]));
}

/**
 * The carried cells that are not typed into: those that hold what the year before gives, and those whose lawful difference
 * has been explained. A cell that differs without a reason stays open, because it must be put right.
 */
export function lockedCells(
  carried: ReadonlyMap<CellKey, DecimalText>,
  read: (cellKey: CellKey) => string | null,
  explained: readonly Finding[],
): Set<CellKey> {
  const settled = new Set(explained.flatMap((finding) => (finding.rule === "CARRY-YEAR" ? finding.cells : [])));
  return new Set(
    [...carried].flatMap(([cellKey, expected]) => {
      const found = readFigure(read(cellKey));
      const isKept = found.kind === "number" && found.value === expected;
      return isKept || settled.has(cellKey) ? [cellKey] : [];
    }),
  );
}
