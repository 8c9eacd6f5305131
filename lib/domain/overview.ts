import type { Cycle, CycleUnit } from "@/lib/domain/cycle";
import type { StoredEvent } from "@/lib/domain/events";
import type { Format, SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import { isHandedIn, isSameOfficeDay, type ProgressStep, traceProgress } from "@/lib/domain/progress";
import { isOwnSubmission } from "@/lib/domain/review";
import type { SubmissionEntry } from "@/lib/domain/submission";

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
  /** In the order of the units; exempt ones too. */
  rows: OverviewRow[];
  /** The sections that count: those of units that are not exempt. */
  cells: OverviewCell[];
  steps: ProgressStep[];
  /** The last time that units were reminded, and how many of them have handed everything in since. */
  reminder: { at: Date; units: number; done: number } | null;
  /** The submission that the actor reviews next. */
  nextId: string | null;
};

/** The stored rows that the overview of a year is made of. */
export type OverviewMaterial = {
  cycle: Cycle;
  units: readonly CycleUnit[];
  entries: readonly SubmissionEntry[];
  /** How many cells of a section have something in them. */
  filled: readonly { submissionId: string; count: number }[];
  /** What moved submissions, newest first. */
  events: readonly StoredEvent[];
  /** Reminders, newest first. */
  reminders: readonly StoredEvent[];
  /** What waits for the office, in the order of reviewing. */
  queue: readonly SubmissionEntry[];
};

/** Arranges a year as a matrix of units and sections, with how it came there; a unit counts until it is exempt. */
export function arrangeOverview(material: OverviewMaterial, actor: { userId: string }, now: Date): Overview {
  const { cycle, entries, reminders, queue } = material;
  const rows = rowsOf(material, now);
  const cells = rows.flatMap((row) => (row.unit.exemptReason === null ? Object.values(row.cells) : []));
  const counted = new Set(cells.map((cell) => cell.id));
  return {
    cycle,
    rows,
    cells,
    steps: traceProgress(
      material.events.filter((event) => event.submissionId !== null && counted.has(event.submissionId)).toReversed(),
    ),
    reminder: lastReminder(reminders, entries),
    nextId: queue.find((entry) => !isOwnSubmission(entry, actor))?.id ?? null,
  };
}

function rowsOf({ cycle, units, entries, filled, reminders }: OverviewMaterial, now: Date): OverviewRow[] {
  const filledOf = new Map(filled.map(({ submissionId, count }) => [submissionId, count]));
  const typedCells = countTypedCells(cycle.format);
  const entriesOf = Map.groupBy(entries, (entry) => entry.organisationId);
  const lastOf = new Map(reminders.toReversed().map((event) => [event.organisationId, event.at]));
  return units.map((unit) => {
    const own = (entriesOf.get(unit.organisationId) ?? []).filter(
      ({ isExempt }) => !isExempt || unit.exemptReason !== null,
    );
    const last = lastOf.get(unit.organisationId);
    return {
      unit,
      cells: Object.fromEntries(
        own.map((entry) => [
          entry.sectionId,
          { ...entry, blanks: blanksOf(entry, typedCells.get(entry.sectionId) ?? 0, filledOf.get(entry.id) ?? 0) },
        ]),
      ),
      isRemindedToday: last !== undefined && isSameOfficeDay(last, now),
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

/** Units reminded at one moment were reminded with one press. */
function lastReminder(reminders: readonly StoredEvent[], entries: readonly SubmissionEntry[]): Overview["reminder"] {
  const last = reminders[0];
  if (!last) return null;
  const together = reminders.filter((event) => event.at.getTime() === last.at.getTime());
  const done = together.filter(({ organisationId, event }) => {
    if (event.type !== "unit_reminded") return false;
    return event.data.sections.every((sectionId) =>
      entries.some(
        (entry) => entry.organisationId === organisationId && entry.sectionId === sectionId && isHandedIn(entry),
      ),
    );
  });
  return { at: last.at, units: together.length, done: done.length };
}
