import "server-only";
import { readCookie } from "@/lib/web/cookies";

/** Remembers which year a person is looking at. */
export const CYCLE_COOKIE = "NIANBAO_CYCLE";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The year the person chose in this browser, as services take it; it may be gone, or another district's. */
export async function chosenCycle(): Promise<{ chosenCycleId: string | null }> {
  const chosen = await readCookie(CYCLE_COOKIE);
  return { chosenCycleId: chosen && isId(chosen) ? chosen : null };
}

/** True for text that can be an id: anything else in an address is not found, without asking the database. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
