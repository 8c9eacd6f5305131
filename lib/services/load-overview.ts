import { type Db, withActor } from "@/db/connect";
import { countCycleUnits, listCycleUnits } from "@/db/queries/cycle-units";
import { countFilledFigures } from "@/db/queries/figures";
import { countLateUnits, getLastReminder, listLateUnits, listRemindedUnits } from "@/db/queries/late-units";
import { countOverviewUnits, listOverviewUnits } from "@/db/queries/overview";
import { getNextWaitingSubmission } from "@/db/queries/review-queue";
import { countSectionProgress, listProgressMoves } from "@/db/queries/section-progress";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { Cycle, CycleUnit } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import { startOfDayInShanghai } from "@/lib/domain/office-day";
import { arrangeOverviewRows, type Overview, type OverviewRow, type UnitOrder } from "@/lib/domain/overview";
import { type Paged, readPage } from "@/lib/domain/paging";
import { type ProgressFilter, type SectionProgress, traceProgress } from "@/lib/domain/progress";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";

/** The filter, search and order of the matrix. */
export type OverviewSearch = ListSearch & { filter: ProgressFilter; sectionId: SectionId | null; order: UnitOrder };

/** Late units that are named before the rest is only counted. */
const UNITS_NAMED = 4;

/** The progress chart is drawn with at most this many steps. */
const MOST_STEPS = 600;

/** Loads where the year stands: the units looked for, every section, and how it came there; null while the district has no year. */
export async function loadOverview(
  db: Db,
  actor: Actor,
  input: ChosenCycle & { search: OverviewSearch },
  now: Date,
): Promise<Overview | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const of = { scope: actor.scope, cycleId: cycle.id };
    const [units, unitCount, progress, late, first, moves, reminder, next] = await Promise.all([
      getRows(tx, actor, { cycle, search: input.search, now }),
      countCycleUnits(tx, of),
      countSectionProgress(tx, { ...of, now }),
      countLateUnits(tx, { ...of, now, remindedSince: startOfDayInShanghai(now) }),
      listLateUnits(tx, { ...of, now, limit: UNITS_NAMED }),
      listProgressMoves(tx, { ...of, spanSeconds: spanOf(cycle, now) }),
      getLastReminder(tx, of),
      getNextWaitingSubmission(tx, { ...of, userId: actor.userId }),
    ]);
    return {
      cycle,
      units,
      unitCount,
      sections: inOrderOfForm(cycle, progress),
      late: { ...late, names: first.map(({ name }) => name) },
      steps: traceProgress(moves),
      reminder,
      nextId: next?.id ?? null,
    };
  });
}

/** Loads every unit and section of the year for a file; null while the district has no year. */
export async function loadOverviewExport(
  db: Db,
  actor: Actor,
  input: ChosenCycle,
  _now: Date,
): Promise<{ cycle: Cycle; rows: OverviewRow[] } | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const of = { scope: actor.scope, cycleId: cycle.id };
    const [units, entries] = await Promise.all([listCycleUnits(tx, of), listSubmissions(tx, of)]);
    return { cycle, rows: arrangeOverviewRows({ cycle, units, entries, filled: [], remindedToday: [] }) };
  });
}

/** Loads units of the year by their ids, as far as they are there: those that something is about to be done with. */
export async function loadChosenUnits(
  db: Db,
  actor: Actor,
  input: ChosenCycle & { organisationIds: readonly string[] },
  _now: Date,
): Promise<CycleUnit[]> {
  const { organisationIds } = input;
  if (organisationIds.length === 0) return [];
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    return cycle ? listCycleUnits(tx, { scope: actor.scope, cycleId: cycle.id, organisationIds }) : [];
  });
}

async function getRows(
  tx: Db,
  { scope }: Actor,
  { cycle, search, now }: { cycle: Cycle; search: OverviewSearch; now: Date },
): Promise<Paged<OverviewRow>> {
  const question = { scope, cycleId: cycle.id, ...search, now };
  const paged = await readPage(search.page, {
    count: () => countOverviewUnits(tx, question),
    read: (part) => listOverviewUnits(tx, { ...question, ...part }),
  });
  const of = { scope, cycleId: cycle.id, organisationIds: paged.rows.map((unit) => unit.organisationId) };
  const [entries, filled, remindedToday] = await Promise.all([
    listSubmissions(tx, of),
    countFilledFigures(tx, of),
    listRemindedUnits(tx, { ...of, since: startOfDayInShanghai(now) }),
  ]);
  return { ...paged, rows: arrangeOverviewRows({ cycle, units: paged.rows, entries, filled, remindedToday }) };
}

function spanOf({ openedAt }: Cycle, now: Date): number {
  return Math.max(1, (now.getTime() - openedAt.getTime()) / 1000 / MOST_STEPS);
}

function inOrderOfForm({ format }: Cycle, progress: readonly SectionProgress[]): SectionProgress[] {
  return format.sections.flatMap(({ id }) => progress.find(({ sectionId }) => sectionId === id) ?? []);
}
