import type { Db } from "@/db/connect";
import { listAdjustments } from "@/db/queries/adjustments";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycle } from "@/db/queries/cycles";
import { listApprovedExplanations } from "@/db/queries/explanations";
import { listIndicators } from "@/db/queries/indicators";
import { getDistrictName, getOffice } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { listReportExplanations } from "@/db/queries/report-explanations";
import { listReportTexts } from "@/db/queries/report-texts";
import { getCycleReport, getPublishedReport, getReport } from "@/db/queries/reports";
import { listConfirmedRuleSettings } from "@/db/queries/rule-settings";
import { listSubmissions } from "@/db/queries/submissions";
import { listUnitReports } from "@/db/queries/unit-reports";
import { listApprovedVersions, sumApprovedFigures } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { Adjustment } from "@/lib/domain/adjustment";
import { indexCells } from "@/lib/domain/cell";
import type { Finding, RuleInForce } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { listRuleResults, type RuleResult } from "@/lib/domain/check/rule-results";
import { subjectOfDocument } from "@/lib/domain/check/subject";
import { composeReport, type ReportMaterial } from "@/lib/domain/compose-report";
import type { Cycle, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import { composeErratum } from "@/lib/domain/erratum";
import type { ApprovedExplanation, StoredReportExplanation } from "@/lib/domain/explanation";
import { compareOwnReports } from "@/lib/domain/own-reports";
import type { ReportEntry, StoredReportText } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { type ExpectedUnit, type RollUp, rollUp } from "@/lib/domain/roll-up";
import { rulesInForce } from "@/lib/domain/rule-setting";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { ApprovedVersion } from "@/lib/domain/version";

/** Everything the office's report pages show, as it stands now. */
export type ReportWork = {
  cycle: Cycle;
  report: ReportEntry;
  /** The report before the erratum that is being prepared. */
  superseded: ReportDocument | null;
  units: ExpectedUnit[];
  submissions: SubmissionEntry[];
  versions: ApprovedVersion[];
  outline: OutlineHeading[];
  indicators: Indicator[];
  adjustments: Adjustment[];
  texts: StoredReportText[];
  rollUp: RollUp;
  previous: ReportDocument | null;
  /** What the report would be now; of a final or published report, the one that was fixed. */
  document: ReportDocument;
  findings: Finding[];
  /** Those of them that hold units' own published reports against what they submitted. */
  ownReportFindings: Finding[];
  /** What the office says to findings of the report that stand. */
  explanations: StoredReportExplanation[];
  /** What units said to findings of their own sections, as approved; each may be printed as a note. */
  unitExplanations: ApprovedExplanation[];
  ruleSettings: RuleInForce[];
  /** What became of every rule, also of those that found nothing. */
  ruleResults: RuleResult[];
};

/** Null when there is no such cycle in the actor's district. The caller has opened the actor's transaction. */
export async function loadReport(tx: Db, actor: Actor, cycleId: string, now: Date): Promise<ReportWork | null> {
  const { scope, districtId } = actor;
  const of = { scope, cycleId };
  const [
    cycle,
    report,
    districtName,
    office,
    cycleUnits,
    submissions,
    versions,
    sums,
    outline,
    indicators,
    adjustments,
    texts,
    explanations,
    unitExplanations,
    settings,
  ] = await Promise.all([
    getCycle(tx, { id: cycleId, districtId }),
    getCycleReport(tx, { districtId, cycleId }),
    getDistrictName(tx, { districtId }),
    getOffice(tx, { districtId }),
    listCycleUnits(tx, of),
    listSubmissions(tx, of),
    listApprovedVersions(tx, of),
    sumApprovedFigures(tx, of),
    listOutline(tx, { districtId, cycleId }),
    listIndicators(tx, of),
    listAdjustments(tx, { districtId, cycleId }),
    listReportTexts(tx, { districtId, cycleId }),
    listReportExplanations(tx, { districtId, cycleId }),
    listApprovedExplanations(tx, of),
    listConfirmedRuleSettings(tx, { districtId }),
  ]);
  if (!cycle || !report || !districtName || !office) return null;

  const known = indexCells(cycle.format);
  const units = cycleUnits.map(
    (unit): ExpectedUnit => ({
      ...unit,
      sections: submissions.filter(
        ({ organisationId, isExempt }) =>
          organisationId === unit.organisationId && (!isExempt || unit.exemptReason !== null),
      ),
    }),
  );
  const rolledUp = rollUp({
    format: cycle.format,
    units,
    sums: sums.filter((row) => known.has(row.cellKey)),
    adjustments,
  });
  const [previousReport, fixed, published, publishedByUnits] = await Promise.all([
    getPublishedReport(tx, { districtId, year: cycle.year - 1 }),
    report.state === "draft" ? null : getReport(tx, { districtId, id: report.id }),
    report.version > 1 ? getPublishedReport(tx, { districtId, year: cycle.year }) : null,
    listUnitReports(tx, { scope, year: cycle.year }),
  ]);
  const previous = previousReport?.document ?? null;
  const superseded = report.state === "draft" || report.state === "final" ? (published?.document ?? null) : null;

  const material: ReportMaterial = {
    cycle,
    districtName,
    office,
    outline,
    indicators,
    versions,
    rollUp: rolledUp,
    adjustments,
    texts: new Map(texts.map((text) => [text.headingKey, text.body])),
    previousFigures: previous?.figures ?? null,
    notes: [...cycle.format.notes, ...unitExplanations.flatMap(({ note }) => note ?? [])],
  };
  const composed = composeReport(material, { version: report.version, date: dateInShanghai(now) });
  const ownReportFindings = compareOwnReports(cycle.format, versions, publishedByUnits, unitExplanations);
  const ruleSettings = rulesInForce(settings);
  const subject = subjectOfDocument(fixed?.document ?? composed, previous, { ruleSettings });
  const findings = [...runChecks(subject), ...ownReportFindings];
  const document = fixed?.document ?? {
    ...composed,
    notes: [...composed.notes, ...notesOn(findings, explanations)],
    erratum: superseded ? composeErratum(superseded, composed, report.erratumReason ?? "") : null,
  };
  return {
    cycle,
    report,
    superseded,
    units,
    submissions,
    versions,
    outline,
    indicators,
    adjustments,
    texts,
    rollUp: rolledUp,
    previous,
    document,
    findings,
    ownReportFindings,
    explanations,
    unitExplanations,
    ruleSettings,
    ruleResults: listRuleResults(subject, findings),
  };
}

/** The office's notes on what still stands; a reason for values that are gone is not printed. */
function notesOn(findings: readonly Finding[], explanations: readonly StoredReportExplanation[]): string[] {
  const standing = new Set(findings.map((finding) => finding.id));
  return explanations.flatMap(({ findingId, note }) => (note !== null && standing.has(findingId) ? [note] : []));
}

/** The day it is for the office, as an ISO date. */
export function dateInShanghai(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(moment);
}
