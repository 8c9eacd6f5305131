import { cellsOf } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import type { Contribution, ReportDocument } from "@/lib/domain/report-document";

/** One unit's part of a district figure, and who stands behind it. */
export type TracedUnit = {
  unit: string;
  value: DecimalText;
  /** Per cent of the units' sum, to one decimal; null where a part is negative or the sum is zero. */
  share: DecimalText | null;
  version: number;
  submittedBy: string;
  submittedAt: string;
  approvedBy: string;
  approvedAt: string;
};

export type TracedAdjustment = ReportDocument["adjustments"][number];

/** Where a district figure comes from. */
export type FigureTrace = {
  cellKey: CellKey;
  value: string | null;
  /** The typed cells that a total is made of; a typed cell is its own one part. */
  parts: CellKey[];
  /** Units that gave something other than zero, the largest first. */
  units: TracedUnit[];
  zeroUnits: string[];
  /** Units whose answer is not there yet, or was not asked for. */
  absentUnits: string[];
  /** Signed corrections, which are in the value. */
  adjustments: TracedAdjustment[];
};

type Traceable = Pick<ReportDocument, "format" | "figures" | "units" | "provenance" | "adjustments">;

/**
 * Finds what makes up one figure of a document: the units' parts, who reported zero, and the signed adjustments.
 *
 * `reported` names the units whose answer to this section counts already, where that is known; of a finished report it
 * is the units that are in it. Null when the form has no such cell.
 */
export function traceFigure(
  document: Traceable,
  cellKey: CellKey,
  reported: ReadonlySet<string> = unitsInReport(document),
): FigureTrace | null {
  const parts = partsOf(document, cellKey);
  if (parts.length === 0) return null;

  const byUnit = new Map<string, { values: DecimalText[]; behind: Contribution }>();
  for (const contribution of parts.flatMap((part) => document.provenance[part] ?? [])) {
    const figure = readFigure(contribution.value);
    if (figure.kind !== "number") continue;
    const held = byUnit.get(contribution.unit);
    if (held) held.values.push(figure.value);
    else byUnit.set(contribution.unit, { values: [figure.value], behind: contribution });
  }
  const sums = [...byUnit].map(([unit, { values, behind }]) => ({ unit, value: addDecimals(values), behind }));
  const total = addDecimals(sums.map((sum) => sum.value));
  const isShared = sums.every((sum) => !sum.value.startsWith("-"));
  const units = sums
    .map(({ unit, value, behind }): TracedUnit => {
      const { version, submittedBy, submittedAt, approvedBy, approvedAt } = behind;
      const share = isShared ? divideDecimals(multiplyDecimals(value, "100"), total, 1) : null;
      return { unit, value, share, version, submittedBy, submittedAt, approvedBy, approvedAt };
    })
    .toSorted((left, right) => compareDecimals(right.value, left.value));

  const others = document.units.filter((unit) => !byUnit.has(unit.name));
  return {
    cellKey,
    value: document.figures[cellKey] ?? null,
    parts,
    units,
    zeroUnits: others.filter((unit) => reported.has(unit.name)).map((unit) => unit.name),
    absentUnits: others.filter((unit) => !reported.has(unit.name)).map((unit) => unit.name),
    adjustments: document.adjustments.filter((adjustment) => parts.includes(adjustment.cellKey)),
  };
}

/** How the roll-up stands up to being added again from its parts. */
export type Balance = { agreeing: number; differing: CellKey[] };

/** Adds every typed cell again from the units' versions and the signed adjustments, and holds it against the figure. */
export function balanceFigures(document: Traceable): Balance {
  const result: Balance = { agreeing: 0, differing: [] };
  for (const cell of listCells(document.format)) {
    const figure = readFigure(document.figures[cell.key]);
    if (figure.kind !== "number") continue;
    const trace = traceFigure(document, cell.key);
    const sum = addDecimals([
      ...(trace?.units.map((unit) => unit.value) ?? []),
      ...(trace?.adjustments.map((adjustment) => adjustment.amount) ?? []),
    ]);
    if (sum === figure.value) result.agreeing += 1;
    else result.differing.push(cell.key);
  }
  return result;
}

/** How many units gave something other than zero, for every cell where one did; a total counts its parts' units. */
export function countUnitsBehind(document: Pick<ReportDocument, "format" | "provenance">): Map<CellKey, number> {
  const result = new Map<CellKey, number>();
  for (const cell of listCells(document.format)) {
    const parts = partsOf(document, cell.key).flatMap((part) => document.provenance[part] ?? []);
    const units = new Set(parts.map((contribution) => contribution.unit));
    if (units.size > 0) result.set(cell.key, units.size);
  }
  return result;
}

function unitsInReport(document: Pick<ReportDocument, "units">): Set<string> {
  return new Set(
    document.units.flatMap((unit) => (unit.status === "included" || unit.status === "nil" ? [unit.name] : [])),
  );
}

/** The typed cells under a cell, however deep its sums are nested. */
function partsOf(document: Pick<ReportDocument, "format">, cellKey: CellKey): CellKey[] {
  const cells = cellsOf(document.format);
  const collect = (key: CellKey): CellKey[] => {
    const cell = cells.get(key)?.cell;
    if (!cell) return [];
    return cell.sumOf ? cell.sumOf.flatMap(collect) : [key];
  };
  return [...new Set(collect(cellKey))];
}
