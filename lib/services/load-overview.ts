import type { Db } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { listEvents } from "@/db/queries/events";
import { countFilledFigures } from "@/db/queries/figures";
import { listSubmissions } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { Overview, OverviewCell, OverviewRow } from "@/lib/domain/overview";
import { isHandedIn, isSameOfficeDay, PROGRESS_EVENTS, traceProgress } from "@/lib/domain/progress";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { isOwnSubmission, listQueue } from "@/lib/services/load-queue";

const MOST_EVENTS = 20_000;

/** Where the year stands: every unit, every section, and how it came there. The caller opened the transaction. */
export async function loadOverview(tx: Db, actor: Actor, cycle: Cycle, now: Date): Promise<Overview> {
  const { scope } = actor;
  const of = { scope, cycleId: cycle.id };
  const [units, entries, filled, events, reminders, queue] = await Promise.all([
    listCycleUnits(tx, of),
    listSubmissions(tx, of),
    countFilledFigures(tx, of),
    listEvents(tx, { scope, filter: { cycleId: cycle.id, types: PROGRESS_EVENTS }, limit: MOST_EVENTS }),
    listEvents(tx, { scope, filter: { cycleId: cycle.id, types: ["unit_reminded"] }, limit: MOST_EVENTS }),
    listQueue(tx, actor, of),
  ]);

  const filledOf = new Map(filled.map(({ submissionId, count }) => [submissionId, count]));
  const typedCells = new Map(
    cycle.format.sections.map((section) => [
      section.id,
      listSectionCells(cycle.format, section.id).filter((cell) => cell.sumOf === undefined).length,
    ]),
  );
  const cellOf = (entry: SubmissionEntry): OverviewCell => {
    const cells = typedCells.get(entry.sectionId) ?? 0;
    const isFilling = entry.state === "draft" || entry.state === "returned";
    return {
      ...entry,
      blanks: isFilling && cells > 0 ? Math.max(0, cells - (filledOf.get(entry.id) ?? 0)) : null,
    };
  };

  const lastOf = new Map(reminders.toReversed().map((event) => [event.organisationId, event.at]));
  const rows = units.map((unit): OverviewRow => {
    const own = entries.filter(
      ({ organisationId, isExempt }) =>
        organisationId === unit.organisationId && (!isExempt || unit.exemptReason !== null),
    );
    const last = lastOf.get(unit.organisationId);
    return {
      unit,
      cells: Object.fromEntries(own.map((entry) => [entry.sectionId, cellOf(entry)])),
      isRemindedToday: last !== undefined && isSameOfficeDay(last, now),
    };
  });
  const expected = rows.filter((row) => row.unit.exemptReason === null);
  const cells = expected.flatMap((row) => Object.values(row.cells));
  const counted = new Set(cells.map((cell) => cell.id));
  return {
    cycle,
    rows,
    cells,
    steps: traceProgress(
      events.filter((event) => event.submissionId !== null && counted.has(event.submissionId)).toReversed(),
    ),
    reminder: lastReminder(reminders, entries),
    nextId: queue.find((entry) => !isOwnSubmission(entry, actor))?.id ?? null,
  };
}

type Reminder = Awaited<ReturnType<typeof listEvents>>[number];

/** Units reminded at one moment were reminded with one press. */
function lastReminder(reminders: readonly Reminder[], entries: readonly SubmissionEntry[]): Overview["reminder"] {
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
