import { type Db, withActor } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycle, getCycleByYear } from "@/db/queries/cycles";
import { listIndicators } from "@/db/queries/indicators";
import { listStaff } from "@/db/queries/memberships";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { getCycleReport } from "@/db/queries/reports";
import { getSubmission, listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { Cycle, CycleUnit, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import type { Organisation } from "@/lib/domain/organisation";
import { type Paged, pageOf } from "@/lib/domain/paging";
import type { ReportEntry } from "@/lib/domain/report";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** One year as the administrator keeps it. */
export type AdminCycle = {
  cycle: Cycle;
  /** True where the year after has been opened already, and has taken its carried figures. */
  isNextOpen: boolean;
  report: ReportEntry | null;
  /** All units that the year expects. */
  units: CycleUnit[];
  /** Those of them that are looked for. */
  shown: Paged<CycleUnit>;
  /** Active units that the year does not expect: those that are looked for, of many the first. */
  others: Paged<Organisation>;
  /** Ids of units shown where nobody is there to fill in. */
  unstaffed: readonly string[];
  /** Of the units shown, and of what is asked for. */
  submissions: SubmissionEntry[];
  outline: OutlineHeading[];
  indicators: Indicator[];
};

type AskedOfCycle = {
  cycleId: string;
  search: ListSearch;
  /** A unit or a section that is to be changed, wherever in the list it stands. */
  unitId: string | null;
  sectionId: string | null;
};

/** Loads one year for its administrator; null when it is not the district's. */
export async function loadAdminCycle(
  db: Db,
  actor: Actor,
  { cycleId, search, unitId, sectionId }: AskedOfCycle,
  now: Date,
): Promise<AdminCycle | null> {
  return withActor(db, actor, async (tx) => {
    const { districtId, scope } = actor;
    const cycle = await getCycle(tx, { id: cycleId, districtId });
    if (!cycle) return null;
    const [next, report, units, all, section, outline, indicators] = await Promise.all([
      getCycleByYear(tx, { districtId, year: cycle.year + 1 }),
      getCycleReport(tx, { districtId, cycleId }),
      listCycleUnits(tx, { scope, cycleId }),
      listUnits(tx, { districtId }),
      sectionId ? getSubmission(tx, { id: sectionId, scope }) : null,
      listOutline(tx, { districtId, cycleId }),
      listIndicators(tx, { scope, cycleId }),
    ]);
    const expected = new Set(units.map((unit) => unit.organisationId));
    const isFound = ({ name }: { name: string }) => name.includes(search.q);
    const shown = pageOf(units.filter(isFound), search.page);
    const others = pageOf(
      all.filter((unit) => unit.isActive && !expected.has(unit.id) && isFound(unit)),
      1,
    );
    const ofShown = [...shown.rows.map((unit) => unit.organisationId), unitId, section?.organisationId].filter(
      (id) => typeof id === "string",
    );
    const looked = [...ofShown, ...others.rows.map((unit) => unit.id)];
    const [submissions, staff] = await Promise.all([
      listSubmissions(tx, { scope, cycleId, organisationIds: ofShown }),
      listStaff(tx, { districtId, organisationIds: looked, now }),
    ]);
    const staffed = new Set(staff.map((member) => member.organisationId));
    const below = new Set(all.flatMap(({ id, kind }) => (kind === "government" ? [id] : [])));
    const unstaffed = looked.filter((id) => !staffed.has(id) && !below.has(id));
    return {
      cycle,
      isNextOpen: next !== null,
      report,
      units,
      shown,
      others,
      unstaffed,
      submissions,
      outline,
      indicators,
    };
  });
}
