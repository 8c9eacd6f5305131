import { type Db, withActor } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycle, getCycleByYear } from "@/db/queries/cycles";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { getCycleReport } from "@/db/queries/reports";
import { listSubmissions } from "@/db/queries/submission-entries";
import { listPeople } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import { listUnstaffed } from "@/lib/domain/administration";
import type { Cycle, CycleUnit, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { Organisation } from "@/lib/domain/organisation";
import type { ReportEntry } from "@/lib/domain/report";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** One year as the administrator keeps it. */
export type AdminCycle = {
  cycle: Cycle;
  /** True where the year after has been opened already, and has taken its carried figures. */
  isNextOpen: boolean;
  report: ReportEntry | null;
  units: CycleUnit[];
  /** Active units that the year does not expect. */
  others: Organisation[];
  /** Ids of units where nobody is there to fill in. */
  unstaffed: readonly string[];
  submissions: SubmissionEntry[];
  outline: OutlineHeading[];
  indicators: Indicator[];
};

/** Loads one year for its administrator; null when it is not the district's. */
export async function loadAdminCycle(
  db: Db,
  actor: Actor,
  { cycleId }: { cycleId: string },
  _now: Date,
): Promise<AdminCycle | null> {
  return withActor(db, actor, async (tx) => {
    const { districtId, scope } = actor;
    const cycle = await getCycle(tx, { id: cycleId, districtId });
    if (!cycle) return null;
    const [next, report, units, all, submissions, outline, indicators, people] = await Promise.all([
      getCycleByYear(tx, { districtId, year: cycle.year + 1 }),
      getCycleReport(tx, { districtId, cycleId }),
      listCycleUnits(tx, { scope, cycleId }),
      listUnits(tx, { districtId }),
      listSubmissions(tx, { scope, cycleId }),
      listOutline(tx, { districtId, cycleId }),
      listIndicators(tx, { scope, cycleId }),
      listPeople(tx, { districtId }),
    ]);
    const expected = new Set(units.map((unit) => unit.organisationId));
    const others = all.filter((unit) => unit.isActive && !expected.has(unit.id));
    const unstaffed = listUnstaffed(people, [...expected, ...others.map((unit) => unit.id)]);
    return { cycle, isNextOpen: next !== null, report, units, others, unstaffed, submissions, outline, indicators };
  });
}
