import { type Db, withActor } from "@/db/connect";
import { countOpenExplanations } from "@/db/queries/explanations";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import { findNilObstacle, type NilEntry, type NilObstacle } from "@/lib/domain/nil-approval";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";

export type NilQueue = {
  cycle: Cycle;
  /** Submissions that may be approved from the list. */
  ready: NilEntry[];
  /** Submissions that have to be reviewed one by one, and why. */
  aside: (NilEntry & { obstacle: NilObstacle })[];
};

/** Loads what waits for the office and reports nothing, by unit; null while the district has no year. */
export async function loadNilQueue(db: Db, actor: Actor, input: ChosenCycle, _now: Date): Promise<NilQueue | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const { scope } = actor;
    const waiting = await listSubmissions(tx, { scope, cycleId: cycle.id, states: ["submitted"] });
    const nil = waiting.filter((entry) => entry.isNil);
    const open = await countOpenExplanations(tx, { scope, submissionIds: nil.map((entry) => entry.id) });
    const countOf = new Map(open.map(({ submissionId, count }) => [submissionId, count]));
    const entries = nil.map((entry): NilEntry => ({ ...entry, explanations: countOf.get(entry.id) ?? 0 }));
    return {
      cycle,
      ready: entries.filter((entry) => findNilObstacle(entry, actor) === null),
      aside: entries.flatMap((entry) => {
        const obstacle = findNilObstacle(entry, actor);
        return obstacle ? [{ ...entry, obstacle }] : [];
      }),
    };
  });
}
