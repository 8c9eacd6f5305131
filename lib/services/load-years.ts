import { type Db, withActor } from "@/db/connect";
import { getCycle } from "@/db/queries/cycles";
import { listOutline } from "@/db/queries/outline-headings";
import { listSubmissions } from "@/db/queries/submission-entries";
import { type Actor, unitsFilledBy } from "@/lib/domain/access";
import type { Cycle, OutlineHeading } from "@/lib/domain/cycle";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { type CycleWithReport, listCyclesWithReport } from "@/lib/services/load-admin-cycles";
import type { NoInput } from "@/lib/services/no-input";

/** Loads the years of the actor's district, newest first. */
export async function loadYears(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<CycleWithReport[]> {
  return withActor(db, actor, (tx) => listCyclesWithReport(tx, actor));
}

/** Loads a year's form and outline; null when there is no such year in the district. */
export async function loadYear(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  _now: Date,
): Promise<{ cycle: Cycle; outline: OutlineHeading[] } | null> {
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => {
    const [cycle, outline] = await Promise.all([
      getCycle(tx, { id: cycleId, districtId }),
      listOutline(tx, { districtId, cycleId }),
    ]);
    return cycle && { cycle, outline };
  });
}

/** Loads how the sections of a year stand that the actor fills in or signs; null when there is no such year. */
export async function loadOwnSections(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  _now: Date,
): Promise<SubmissionEntry[] | null> {
  const { districtId } = actor;
  const units = [...new Set(unitsFilledBy(actor))];
  return withActor(db, actor, async (tx) => {
    if (!(await getCycle(tx, { id: cycleId, districtId }))) return null;
    return units.length === 0 ? [] : listSubmissions(tx, { scope: { districtId, units }, cycleId });
  });
}
