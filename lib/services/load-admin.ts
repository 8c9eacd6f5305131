import type { Db } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycle, getCycleByYear, listCycleSummaries } from "@/db/queries/cycles";
import { listIndicators } from "@/db/queries/indicators";
import { listEndedRoles } from "@/db/queries/memberships";
import { getOffice, listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { getCycleReport, listReports } from "@/db/queries/reports";
import { listSubmissions } from "@/db/queries/submissions";
import { listProposedUnitReports } from "@/db/queries/unit-reports";
import { listPeople } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import { type AdminTask, listAdminTasks, listUnstaffed } from "@/lib/domain/administration";
import type { Cycle, CycleSummary, CycleUnit, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { Office, Organisation } from "@/lib/domain/organisation";
import { decideOtherBody } from "@/lib/domain/own-reports";
import type { EndedRole, Person } from "@/lib/domain/person";
import type { ReportEntry } from "@/lib/domain/report";
import { reportInWork } from "@/lib/domain/report";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** A year with how far its report is. */
export type CycleWithReport = CycleSummary & { report: ReportEntry | null };

export type AdminWork = {
  tasks: AdminTask[];
  units: Organisation[];
  people: Person[];
  office: Office;
  cycles: CycleWithReport[];
};

/** What the administrator's pages show of the district. The caller has opened the actor's transaction. */
export async function loadAdmin(tx: Db, actor: Actor, now: Date): Promise<AdminWork> {
  const { districtId } = actor;
  const [units, people, office, summaries, reports, proposed] = await Promise.all([
    listUnits(tx, { districtId }),
    listPeople(tx, { districtId }),
    getOffice(tx, { districtId }),
    listCycleSummaries(tx, { districtId }),
    listReports(tx, { districtId }),
    listProposedUnitReports(tx, { scope: actor.scope }),
  ]);
  if (!office) throw new Error(`district ${districtId} has no office`);
  const cycles = summaries.map((summary) => ({
    ...summary,
    report: reportInWork(reports.filter((report) => report.cycleId === summary.id)),
  }));
  const tasks = listAdminTasks(
    {
      units,
      people,
      contact: office,
      otherBodies: proposed.filter((one) => decideOtherBody(one, "confirm", actor).ok).length,
      cycles: cycles.map(({ id, year, state, report }) => ({ id, year, state, reportState: report?.state ?? null })),
    },
    now,
  );
  return { tasks, units, people, office, cycles };
}

/** Roles that people held before, for the people's page. */
export async function loadEndedRoles(tx: Db, actor: Actor): Promise<EndedRole[]> {
  return listEndedRoles(tx, { districtId: actor.districtId });
}

export type CycleAdminWork = {
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

/** One year as the administrator keeps it; null when it is not the district's. */
export async function loadCycleAdmin(tx: Db, actor: Actor, cycleId: string): Promise<CycleAdminWork | null> {
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
  const isNextOpen = next !== null;
  return { cycle, isNextOpen, report, units, others, unstaffed, submissions, outline, indicators };
}
