import type { Db } from "@/db/connect";
import { listApprovedVersions } from "@/db/queries/approved-versions";
import { listApprovedExplanations } from "@/db/queries/explanations";
import { listIndicators } from "@/db/queries/indicators";
import { getDistrictName, getOffice } from "@/db/queries/offices";
import { listOutline } from "@/db/queries/outline-headings";
import { listReportExplanations } from "@/db/queries/report-explanations";
import { listReportTexts } from "@/db/queries/report-texts";
import { getPublishedReport } from "@/db/queries/reports";
import { listConfirmedRuleSettings } from "@/db/queries/rule-settings";
import { listUnitReports } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import type { Publisher, ReportBase, ReportContext, ReportTexts } from "@/lib/domain/report-work";
import { rulesInForce } from "@/lib/domain/rule-setting";

/** Which contents are read: those with text alone, or every table of every unit, which a whole document needs. */
export type Contents = "texts" | "all";

/** What a report is judged by besides its figures: the year before, versions, explanations, and what the office decided of rules. */
export async function getContext(
  tx: Db,
  actor: Actor,
  { cycle, report }: ReportBase,
  contents: Contents,
): Promise<ReportContext> {
  const { districtId, scope } = actor;
  const { id: cycleId, year } = cycle;
  const isCorrection = report.version > 1 && (report.state === "draft" || report.state === "final");
  const published = await listUnitReports(tx, { scope, year });
  const parts = {
    sectionIds: cycle.format.sections.flatMap((section) => (section.kind === "narrative" ? [section.id] : [])),
    organisationIds: published.map(({ organisationId }) => organisationId),
  };
  const [before, superseded, versions, explanations, unitExplanations, settings] = await Promise.all([
    getPublishedReport(tx, { districtId, year: year - 1 }),
    isCorrection ? getPublishedReport(tx, { districtId, year }) : null,
    listApprovedVersions(tx, { scope, cycleId, ...(contents === "texts" ? { parts } : {}) }),
    listReportExplanations(tx, { districtId, cycleId }),
    listApprovedExplanations(tx, { scope, cycleId }),
    listConfirmedRuleSettings(tx, { districtId }),
  ]);
  return {
    previous: before?.document ?? null,
    superseded: superseded?.document ?? null,
    versions,
    published,
    explanations,
    unitExplanations,
    ruleSettings: rulesInForce(settings),
  };
}

/** The headings, indicators and texts of the year. */
export async function getTexts(tx: Db, { districtId, scope }: Actor, cycleId: string): Promise<ReportTexts> {
  const [outline, indicators, texts] = await Promise.all([
    listOutline(tx, { districtId, cycleId }),
    listIndicators(tx, { scope, cycleId }),
    listReportTexts(tx, { districtId, cycleId }),
  ]);
  return { outline, indicators, texts };
}

/** Whose report it is and whose office signs it. */
export async function getPublisher(tx: Db, { districtId }: Actor): Promise<Publisher> {
  const [districtName, office] = await Promise.all([
    getDistrictName(tx, { districtId }),
    getOffice(tx, { districtId }),
  ]);
  if (!districtName || !office) throw new Error(`district ${districtId} has no name or no office`);
  return { districtName, office };
}
