import { type Db, withActor } from "@/db/connect";
import { listCycles } from "@/db/queries/cycles";
import { countSubmissions } from "@/db/queries/submission-entries";
import { type Actor, may, type Scope, unitsFilledBy, unitsSignedBy } from "@/lib/domain/access";
import type { SubmissionState } from "@/lib/domain/submission";
import type { ChosenCycle } from "@/lib/services/current-cycle";

type ListedCycle = Awaited<ReturnType<typeof listCycles>>[number];

/** What stands at the top of every page: the years, the one that is looked at, and how much waits for the person. */
export type Navigation = {
  cycle: ListedCycle | null;
  /** Newest first. */
  cycles: ListedCycle[];
  waiting: { desk: number; queue: number };
};

const TO_FILL: readonly SubmissionState[] = ["not_started", "draft", "returned"];

/** Loads the years of the district and counts what waits for the person in the one that they look at. */
export async function loadNavigation(
  db: Db,
  actor: Actor,
  { chosenCycleId }: ChosenCycle,
  _now: Date,
): Promise<Navigation> {
  return withActor(db, actor, async (tx) => {
    const { districtId, scope } = actor;
    const cycles = await listCycles(tx, { districtId });
    const cycle = cycles.find(({ id }) => id === chosenCycleId) ?? cycles[0] ?? null;
    if (!cycle) return { cycle, cycles, waiting: { desk: 0, queue: 0 } };

    const count = (of: Scope, states: readonly SubmissionState[]) =>
      of.units === "all" || of.units.length > 0 ? countSubmissions(tx, { scope: of, cycleId: cycle.id, states }) : 0;
    const [queue, filled, signed] = await Promise.all([
      may(actor, "submission:review") ? count(scope, ["submitted"]) : 0,
      count({ districtId, units: unitsFilledBy(actor) }, TO_FILL),
      count({ districtId, units: unitsSignedBy(actor) }, ["awaiting_signature"]),
    ]);
    return { cycle, cycles, waiting: { desk: filled + signed, queue } };
  });
}
