import type { Adjustment } from "@/lib/domain/adjustment";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import { addDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import { isLate } from "@/lib/domain/progress";
import type { SubmissionState } from "@/lib/domain/submission";

/** How a unit stands in the district's report. */
export type UnitStatus = "included" | "nil" | "exempt" | "missing";

/** One expected unit with the state of each of its sections. */
export type ExpectedUnit = {
  organisationId: string;
  name: string;
  isOffice: boolean;
  exemptReason: string | null;
  /** What the report says of a unit that was dissolved meanwhile; `sections` are those it had handed in. */
  dissolvedNote: string | null;
  sections: readonly { sectionId: SectionId; state: SubmissionState; isNil: boolean }[];
};

/** A unit is in the report once every section of it is approved; all of its tables nil makes it a nil return. */
export function statusOfUnit(unit: ExpectedUnit, format: Format): UnitStatus {
  if (unit.exemptReason !== null) return "exempt";
  if (unit.dissolvedNote !== null && unit.sections.length === 0) return "exempt";
  if (unit.sections.length === 0 || unit.sections.some((section) => section.state !== "approved")) return "missing";
  const tables = unit.sections.filter(
    ({ sectionId }) => format.sections.find((section) => section.id === sectionId)?.kind === "tables",
  );
  return tables.length > 0 && tables.every((section) => section.isNil) ? "nil" : "included";
}

/**
 * How a unit stands in one section. What is not approved is missing only once it is due: before that it is `pending`, and
 * so is what the office has not decided yet.
 */
export type SectionStanding = UnitStatus | "pending";

/**
 * How a unit stands in one section: exempt, nil or included once approved, else missing after its due date and pending
 * before.
 */
export function standInSection(
  section: { state: SubmissionState; isExempt: boolean; isNil: boolean; dueAt: Date },
  now: Date,
): SectionStanding {
  if (section.isExempt) return "exempt";
  if (section.state === "approved") return section.isNil ? "nil" : "included";
  return isLate(section, now) ? "missing" : "pending";
}

export type RollUp = {
  /** Every cell of the form; totals are computed from the sums. */
  figures: Figures;
  /** Units that gave a number other than zero, by typed cell. */
  unitsByCell: ReadonlyMap<CellKey, number>;
  units: readonly {
    organisationId: string;
    name: string;
    isOffice: boolean;
    status: UnitStatus;
    /** Why it is exempt, or that it was dissolved. */
    reason: string | null;
  }[];
};

/**
 * The district's figures: the sum of the approved versions' typed cells plus the signed adjustments, totals computed.
 *
 * `sums` holds the cells where the approved sum is not zero. With no approved version of a section its cells are
 * blank, not zero: nothing was reported yet. Basis: 逐级汇总, 国办公开办函〔2019〕60号, 〔2021〕30号.
 */
export function rollUp(params: {
  format: Format;
  units: readonly ExpectedUnit[];
  sums: readonly { cellKey: CellKey; sum: DecimalText; units: number }[];
  adjustments: readonly Adjustment[];
}): RollUp {
  const sumOf = new Map(params.sums.map((row) => [row.cellKey, row.sum]));
  const signed = params.adjustments.filter((adjustment) => adjustment.state === "signed");
  const reported = new Set(
    params.units
      .filter((unit) => unit.exemptReason === null)
      .flatMap((unit) => unit.sections)
      .flatMap((section) => (section.state === "approved" ? [section.sectionId] : [])),
  );
  const figures: Record<CellKey, string | null> = {};
  for (const section of params.format.sections) {
    for (const cell of section.tables.flatMap((table) => table.cells)) {
      const parts = signed.filter((adjustment) => adjustment.cellKey === cell.key).map(({ amount }) => amount);
      figures[cell.key] = reported.has(section.id) ? addDecimals([sumOf.get(cell.key) ?? "0", ...parts]) : null;
    }
  }
  return {
    figures: computeTotals(params.format, figures),
    unitsByCell: new Map(params.sums.map((row) => [row.cellKey, row.units])),
    units: params.units.map((unit) => ({
      organisationId: unit.organisationId,
      name: unit.name,
      isOffice: unit.isOffice,
      reason: unit.exemptReason ?? unit.dissolvedNote,
      status: statusOfUnit(unit, params.format),
    })),
  };
}

/** Cells that a person types, whose adjustment makes sense; a total follows from them. */
export function isAdjustable(format: Format, cellKey: CellKey): boolean {
  return listCells(format).some((cell) => cell.key === cellKey && !cell.sumOf);
}
