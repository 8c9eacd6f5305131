import "server-only";
import { cookies } from "next/headers";
import type { Db } from "@/db/connect";
import { getCycle, getNewestCycle } from "@/db/queries/cycles";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";

/** Remembers which year a person is looking at. */
export const CYCLE_COOKIE = "NIANBAO_CYCLE";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The year the person chose, else the newest of their district; null while none is open. */
export async function currentCycle(tx: Db, actor: Actor): Promise<Cycle | null> {
  const chosen = (await cookies()).get(CYCLE_COOKIE)?.value;
  const { districtId } = actor;
  const cycle = chosen && UUID.test(chosen) ? await getCycle(tx, { id: chosen, districtId }) : null;
  return cycle ?? getNewestCycle(tx, { districtId });
}

/** The same, of cycles that are known already, newest first. */
export async function currentOf<Listed extends { id: string }>(cycles: readonly Listed[]): Promise<Listed | null> {
  const chosen = (await cookies()).get(CYCLE_COOKIE)?.value;
  return cycles.find((cycle) => cycle.id === chosen) ?? cycles[0] ?? null;
}

/** True for text that can be an id: anything else in an address is not found, without asking the database. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
