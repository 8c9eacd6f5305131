import { type Db, withActor } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { listEvents } from "@/db/queries/events";
import { countFilledFigures } from "@/db/queries/figures";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import { arrangeOverview, type Overview } from "@/lib/domain/overview";
import { PROGRESS_EVENTS } from "@/lib/domain/progress";
import { orderQueue } from "@/lib/domain/review";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";

const MOST_EVENTS = 20_000;

/** Loads where the year stands: every unit, every section, and how it came there; null while the district has no year. */
export async function loadOverview(db: Db, actor: Actor, input: ChosenCycle, now: Date): Promise<Overview | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const { scope } = actor;
    const of = { scope, cycleId: cycle.id };
    const listEventsOf = (types: typeof PROGRESS_EVENTS) =>
      listEvents(tx, { scope, filter: { cycleId: cycle.id, types }, limit: MOST_EVENTS });
    const [units, entries, filled, events, reminders] = await Promise.all([
      listCycleUnits(tx, of),
      listSubmissions(tx, of),
      countFilledFigures(tx, of),
      listEventsOf(PROGRESS_EVENTS),
      listEventsOf(["unit_reminded"]),
    ]);
    const queue = orderQueue(entries.filter((entry) => entry.state === "submitted"));
    return arrangeOverview({ cycle, units, entries, filled, events, reminders, queue }, actor, now);
  });
}
