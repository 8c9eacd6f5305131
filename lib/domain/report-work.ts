import type { Adjustment } from "@/lib/domain/adjustment";
import { type Figures, indexCells } from "@/lib/domain/cell";
import type { Finding, RuleInForce } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { listRuleResults, type RuleResult } from "@/lib/domain/check/rule-results";
import { subjectOfDocument } from "@/lib/domain/check/subject";
import { recordChecks } from "@/lib/domain/check-record";
import { composeReport } from "@/lib/domain/compose-report";
import type { Cycle, CycleUnit, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import { composeErratum } from "@/lib/domain/erratum";
import type { ApprovedExplanation, StoredReportExplanation } from "@/lib/domain/explanation";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { dateInShanghai } from "@/lib/domain/office-day";
import type { Office } from "@/lib/domain/organisation";
import { compareOwnReports } from "@/lib/domain/own-reports";
import type { ReportEntry, StoredReportText } from "@/lib/domain/report";
import type { DocumentWithoutSources, ReportDocument } from "@/lib/domain/report-document";
import { type ExpectedUnit, type RollUp, rollUp } from "@/lib/domain/roll-up";
import type { SectionStandingEntry } from "@/lib/domain/submission";
import type { ApprovedVersion } from "@/lib/domain/version";

/** A year and its report in work; `fixed` is the document of one that is final or published. */
export type ReportBase = { cycle: Cycle; report: ReportEntry; fixed: ReportDocument | null };

/** A year's report as its readers would see it now, or as it was fixed. */
export type ReportNow = { cycle: Cycle; report: ReportEntry; document: ReportDocument };

/** As `ReportNow`, without who gave which part of a figure. */
export type ReportPreview = Omit<ReportNow, "document"> & { document: DocumentWithoutSources };

/** The district's figures as they stand, and who is asked for them. */
export type ReportFigures = {
  units: ExpectedUnit[];
  submissions: SectionStandingEntry[];
  adjustments: Adjustment[];
  rollUp: RollUp;
};

/** What a report's text is made of, besides what units wrote. */
export type ReportTexts = { outline: OutlineHeading[]; indicators: Indicator[]; texts: StoredReportText[] };

/** Who publishes a report. */
export type Publisher = { districtName: string; office: Office };

/** What a report is held against, and what was said to what was found. */
export type ReportContext = {
  /** The report published for the year before. */
  previous: ReportDocument | null;
  /** The report before the erratum that is being prepared. */
  superseded: ReportDocument | null;
  versions: ApprovedVersion[];
  /** What units published themselves for this year. */
  published: readonly { organisationId: string; report: InterchangeReport }[];
  /** What the office says to findings of the report that stand. */
  explanations: StoredReportExplanation[];
  /** What units said to findings of their own sections, as approved; each may be printed as a note. */
  unitExplanations: ApprovedExplanation[];
  ruleSettings: RuleInForce[];
};

/** What the checks say of a report. */
export type ReportFindings = {
  findings: Finding[];
  /** Those of them that hold units' own published reports against what they submitted. */
  ownReportFindings: Finding[];
  /** What became of every rule, also of those that found nothing. */
  ruleResults: RuleResult[];
};

/**
 * A report with what it rests on, and whether that allows it to be made final. Who gave which part of a figure is asked
 * figure by figure (`getFigureTrace`).
 */
export type JudgedReport = ReportPreview &
  ReportFigures &
  Omit<ReportContext, "published" | "versions"> &
  ReportFindings;

/**
 * As `JudgedReport`, with the texts that the office writes and what units wrote for them: their narrative sections, and the
 * tables of those only that published a report themselves.
 */
export type ReportWriting = JudgedReport & Pick<ReportContext, "versions"> & ReportTexts;

/** As `JudgedReport`, with the whole document, the versions that it is made of and the texts that the office writes. */
export type ReportWork = Omit<JudgedReport, "document"> &
  Pick<ReportNow, "document"> &
  Pick<ReportContext, "versions"> &
  ReportTexts;

/** Adds up what counts in a year. A unit that is exempt is listed with its sections; of another's, exempt ones are left out. */
export function rollUpUnits(stored: {
  cycle: Cycle;
  units: readonly CycleUnit[];
  submissions: SectionStandingEntry[];
  sums: readonly { cellKey: string; sum: string; units: number }[];
  adjustments: Adjustment[];
}): ReportFigures {
  const { cycle, submissions, adjustments } = stored;
  const { format } = cycle;
  const known = indexCells(format);
  const sectionsOf = Map.groupBy(submissions, (submission) => submission.organisationId);
  const units = stored.units.map(
    (unit): ExpectedUnit => ({
      ...unit,
      sections: (sectionsOf.get(unit.organisationId) ?? []).filter(
        ({ isExempt }) => !isExempt || unit.exemptReason !== null,
      ),
    }),
  );
  const sums = stored.sums.filter((row) => known.has(row.cellKey));
  return { units, submissions, adjustments, rollUp: rollUp({ format, units, sums, adjustments }) };
}

/**
 * Composes the report as it would be now, with the office's notes on the findings that stand and, in a correction, what it
 * corrects; `now` dates it by the day in Asia/Shanghai.
 */
export function composeDraft(
  { cycle, report }: ReportBase,
  material: ReportFigures & ReportTexts & ReportContext & Publisher,
  now: Date,
): { document: ReportDocument } & ReportFindings {
  const { explanations, unitExplanations, superseded, texts, previous } = material;
  const composed = composeReport(
    {
      ...material,
      cycle,
      texts: new Map(texts.map((text) => [text.headingKey, text.body])),
      previousFigures: figuresOf(previous),
      notes: [...cycle.format.notes, ...unitExplanations.flatMap(({ note }) => note ?? [])],
    },
    { version: report.version, date: dateInShanghai(now) },
  );
  const found = judgeReport(cycle, composed, material);
  const document = {
    ...composed,
    notes: [...composed.notes, ...notesOn(found.findings, explanations)],
    checks: recordChecks(found.ruleResults, found.findings, explanations),
    erratum: superseded ? composeErratum(superseded, composed, report.erratumReason ?? "") : null,
  };
  return { document, ...found };
}

/** Checks a document against the year before, and units' own published reports against what they submitted. */
export function judgeReport(
  { format }: Pick<Cycle, "format">,
  document: ReportDocument,
  { previous, versions, published, unitExplanations, ruleSettings }: ReportContext,
): ReportFindings {
  const ownReportFindings = compareOwnReports(format, versions, published, unitExplanations);
  const subject = subjectOfDocument(document, previous, { ruleSettings });
  const findings = [...runChecks(subject), ...ownReportFindings];
  return { findings, ownReportFindings, ruleResults: listRuleResults(subject, findings) };
}

function figuresOf(document: ReportDocument | null): Figures | null {
  return document?.figures ?? null;
}

/** The office's notes on what still stands; a reason for values that are gone is not printed. */
function notesOn(findings: readonly Finding[], explanations: readonly StoredReportExplanation[]): string[] {
  const standing = new Set(findings.map((finding) => finding.id));
  return explanations.flatMap(({ findingId, note }) => (note !== null && standing.has(findingId) ? [note] : []));
}
