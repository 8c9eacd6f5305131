import type { Db } from "@/db/connect";
import { getCycle, getNewestCycle } from "@/db/queries/cycles";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";

/** Which cycle a page shows: the one chosen before, if any. */
export type ChosenCycle = { chosenCycleId: string | null };

/** The year the person chose, else the newest of their district; null while none is open. */
export async function getCurrentCycle(tx: Db, actor: Actor, { chosenCycleId }: ChosenCycle): Promise<Cycle | null> {
  const { districtId } = actor;
  const cycle = chosenCycleId ? await getCycle(tx, { id: chosenCycleId, districtId }) : null;
  return cycle ?? getNewestCycle(tx, { districtId });
}
