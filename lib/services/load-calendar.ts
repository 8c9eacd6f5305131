import { type Db, withActor, withPublic } from "@/db/connect";
import { getCalendarActor } from "@/db/queries/calendar-feeds";
import { listCycles } from "@/db/queries/cycles";
import { listSubmissions } from "@/db/queries/submission-entries";
import { type Actor, unitsFilledBy } from "@/lib/domain/access";
import type { Language } from "@/lib/domain/language";
import { isHandedIn } from "@/lib/domain/progress";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** The due dates of one person: what is still with the units that they fill in, in years that are open. */
export type Calendar = {
  actor: Actor;
  language: Language;
  entries: Pick<SubmissionEntry, "id" | "sectionId" | "unitName" | "year" | "dueAt" | "updatedAt">[];
};

/** Loads the calendar of a feed; null once its address was renewed, or its person's account has ended. */
export async function loadCalendar(db: Db, input: { feedId: string }, now: Date): Promise<Calendar | null> {
  const found = await withPublic(db, (tx) => getCalendarActor(tx, { id: input.feedId, now }));
  if (!found) return null;
  const { actor } = found;
  const { districtId } = actor;
  const scope = { districtId, units: [...new Set(unitsFilledBy(actor))] };
  const entries = await withActor(db, actor, async (tx) => {
    const open = (await listCycles(tx, { districtId })).filter(({ state }) => state === "open");
    const ofCycles = await Promise.all(open.map(({ id }) => listSubmissions(tx, { scope, cycleId: id })));
    return scope.units.length === 0 ? [] : ofCycles.flat();
  });
  return { ...found, entries: entries.filter((entry) => !isHandedIn(entry) && !entry.isExempt) };
}
