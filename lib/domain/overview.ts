import type { Cycle, CycleUnit } from "@/lib/domain/cycle";
import type { Format, SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { Paged } from "@/lib/domain/paging";
import type { ProgressStep, SectionProgress } from "@/lib/domain/progress";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** Orders in which units can stand: their own, the latest first, the least advanced first. */
export const UNIT_ORDERS = ["unit", "late", "progress"] as const;
export type UnitOrder = (typeof UNIT_ORDERS)[number];

/** One section of one unit in the matrix. */
export type OverviewCell = SubmissionEntry & {
  /** Cells still blank, where the unit is filling in tables. */
  blanks: number | null;
};

export type OverviewRow = {
  unit: CycleUnit;
  cells: Partial<Record<SectionId, OverviewCell>>;
  isRemindedToday: boolean;
};

export type Overview = {
  cycle: Cycle;
  /** The units looked for, exempt ones too. */
  units: Paged<OverviewRow>;
  /** Units that the year expects, whatever is looked for. */
  unitCount: number;
  /** How the sections that count stand, in the order of the form: those of units that are not exempt. */
  sections: SectionProgress[];
  late: {
    units: number;
    /** Those that have not been reminded today. */
    toRemind: number;
    /** The first of them, in their order. */
    names: string[];
  };
  steps: ProgressStep[];
  /** The last time that units were reminded, and how many of them have handed everything in since. */
  reminder: { at: Date; units: number; done: number } | null;
  /** The submission that the actor reviews next. */
  nextId: string | null;
};

/** The stored rows that units and their sections are made of. */
export type OverviewMaterial = {
  cycle: Pick<Cycle, "format">;
  units: readonly CycleUnit[];
  entries: readonly SubmissionEntry[];
  /** How many cells of a section have something in them. */
  filled: readonly { submissionId: string; count: number }[];
  /** Ids of units that were reminded today. */
  remindedToday: readonly string[];
};

/** Arranges units with their sections; those of a unit count until it is exempt. */
export function arrangeOverviewRows({ cycle, units, entries, filled, remindedToday }: OverviewMaterial): OverviewRow[] {
  const filledOf = new Map(filled.map(({ submissionId, count }) => [submissionId, count]));
  const typedCells = countTypedCells(cycle.format);
  const entriesOf = Map.groupBy(entries, (entry) => entry.organisationId);
  const reminded = new Set(remindedToday);
  return units.map((unit) => {
    const unitEntries = (entriesOf.get(unit.organisationId) ?? []).filter(
      ({ isExempt }) => !isExempt || unit.exemptReason !== null,
    );
    return {
      unit,
      cells: Object.fromEntries(
        unitEntries.map((entry) => [
          entry.sectionId,
          { ...entry, blanks: blanksOf(entry, typedCells.get(entry.sectionId) ?? 0, filledOf.get(entry.id) ?? 0) },
        ]),
      ),
      isRemindedToday: reminded.has(unit.organisationId),
    };
  });
}

/** How many cells of each section are typed; totals are computed. */
function countTypedCells(format: Format): Map<SectionId, number> {
  return new Map(
    format.sections.map(({ id }) => [
      id,
      listSectionCells(format, id).filter((cell) => cell.sumOf === undefined).length,
    ]),
  );
}

function blanksOf({ state }: SubmissionEntry, cells: number, filled: number): number | null {
  const isFilling = state === "draft" || state === "returned";
  return isFilling && cells > 0 ? Math.max(0, cells - filled) : null;
}
