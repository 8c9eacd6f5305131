import { cellsOf } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey, Format } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import type { Paged } from "@/lib/domain/paging";
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
  /** The published report of a government below that it was taken from. */
  report?: Contribution["report"];
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
  const parts = partsOfCell(document.format, cellKey);
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
      const { version, submittedBy, submittedAt, approvedBy, approvedAt, report } = behind;
      const share = isShared ? shareOf(value, total) : null;
      const signed = { submittedBy, submittedAt, approvedBy, approvedAt };
      return { unit, value, share, version, ...signed, ...(report ? { report } : {}) };
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

/** Per cent of the units' sum, to one decimal; null where that sum is zero. */
export function shareOf(value: DecimalText, total: DecimalText): DecimalText | null {
  return divideDecimals(multiplyDecimals(value, "100"), total, 1);
}

/** Names of some units, and how many there are. */
export type NamedUnits = { count: number; names: string[] };

/** The first units that gave a figure something other than zero, the largest first, and how many there are. */
export type UnitsBehind = { count: number; units: { unit: string; value: DecimalText }[] };

/** Where a figure of the year in work comes from: a page of its units, since there may be thousands. */
export type PagedTrace = Pick<FigureTrace, "cellKey" | "value" | "parts" | "adjustments"> & {
  /** Units that gave something other than zero, the largest first. */
  units: Paged<TracedUnit & { submissionId: string }>;
  /** What they gave together. */
  sum: DecimalText;
  /** Units that reported zero, and those whose answer is not there yet or was not asked for: the first of each. */
  zero: NamedUnits;
  absent: NamedUnits;
};

/** How the roll-up stands up to being added again from its parts. */
export type Balance = { agreeing: number; differing: CellKey[] };

/**
 * Holds every figure against its typed cells' sums, which were added again from what the units' versions hold, and the
 * signed adjustments.
 */
export function balanceFigures(
  { format, figures, adjustments }: Pick<ReportDocument, "format" | "figures" | "adjustments">,
  sums: readonly { cellKey: CellKey; sum: DecimalText }[],
): Balance {
  const sumOf = new Map(sums.map(({ cellKey, sum }) => [cellKey, sum]));
  const amountsOf = Map.groupBy(adjustments, (adjustment) => adjustment.cellKey);
  const result: Balance = { agreeing: 0, differing: [] };
  for (const cell of listCells(format)) {
    const figure = readFigure(figures[cell.key]);
    if (figure.kind !== "number") continue;
    const terms = partsOfCell(format, cell.key).flatMap((part) => [
      sumOf.get(part) ?? "0",
      ...(amountsOf.get(part) ?? []).map(({ amount }) => amount),
    ]);
    if (addDecimals(terms) === figure.value) result.agreeing += 1;
    else result.differing.push(cell.key);
  }
  return result;
}

/**
 * How many units gave something other than zero, for every cell where one did; a total counts its parts' units. Units come
 * in groups that gave something to the same typed cells.
 */
export function countUnitsBehind(
  format: Format,
  groups: readonly { cellKeys: readonly CellKey[]; units: number }[],
): Map<CellKey, number> {
  const above = new Map<CellKey, CellKey[]>();
  for (const cell of listCells(format)) {
    for (const part of partsOfCell(format, cell.key)) above.set(part, [...(above.get(part) ?? []), cell.key]);
  }
  const result = new Map<CellKey, number>();
  for (const { cellKeys, units } of groups) {
    for (const key of new Set(cellKeys.flatMap((part) => above.get(part) ?? []))) {
      result.set(key, (result.get(key) ?? 0) + units);
    }
  }
  return result;
}

function unitsInReport(document: Pick<ReportDocument, "units">): Set<string> {
  return new Set(
    document.units.flatMap((unit) => (unit.status === "included" || unit.status === "nil" ? [unit.name] : [])),
  );
}

/** The typed cells under a cell, however deep its sums are nested. */
export function partsOfCell(format: Format, cellKey: CellKey): CellKey[] {
  const cells = cellsOf(format);
  const collect = (key: CellKey): CellKey[] => {
    const cell = cells.get(key)?.cell;
    if (!cell) return [];
    return cell.sumOf ? cell.sumOf.flatMap(collect) : [key];
  };
  return [...new Set(collect(cellKey))];
}
