import { type Db, withActor } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { JudgedReport } from "@/lib/domain/report-work";
import { getJudgedReport } from "@/lib/services/report-work";

/** Loads the district's figures of a year and what they are made of; null when there is no such year in the district. */
export async function loadRollUp(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  now: Date,
): Promise<JudgedReport | null> {
  return withActor(db, actor, (tx) => getJudgedReport(tx, actor, cycleId, now));
}
