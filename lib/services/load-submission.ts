import type { Db } from "@/db/connect";
import { listComments, type StoredComment } from "@/db/queries/comments";
import { getCycle, getCycleByYear } from "@/db/queries/cycles";
import { listExplanations, type StoredExplanation } from "@/db/queries/explanations";
import { listFigures, listUnitFigures, type StoredFigure } from "@/db/queries/figures";
import { listIndicators } from "@/db/queries/indicators";
import { listOutline } from "@/db/queries/outline-headings";
import { listParagraphs, type StoredParagraph } from "@/db/queries/paragraphs";
import { getSubmission, type SubmissionEntry } from "@/db/queries/submissions";
import { getUnitReport } from "@/db/queries/unit-reports";
import { listApprovedVersions, listVersions, type StoredVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import { carriedFrom, lockedCells } from "@/lib/domain/carry-forward";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { CheckSubject, Finding } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit, type UnitAnswers } from "@/lib/domain/check/subject";
import type { Cycle, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import { sortByNeed } from "@/lib/domain/explanation";
import type { CellKey } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";

/** Everything that one section's page shows, checked as it stands now. */
export type SubmissionWork = {
  submission: SubmissionEntry;
  cycle: Cycle;
  /** The unit's headings and indicators in this section. */
  outline: OutlineHeading[];
  indicators: Indicator[];
  figures: StoredFigure[];
  paragraphs: StoredParagraph[];
  /** Typed cells of this section by key, blank ones included; indicators too. */
  values: Figures;
  versions: StoredVersion[];
  comments: StoredComment[];
  explanations: StoredExplanation[];
  previous: CheckSubject["previous"];
  /** What is checked, in the form in which a page checks it again while somebody types. */
  answers: UnitAnswers;
  subject: CheckSubject;
  findings: Finding[];
};

/** Null when there is no such submission in the actor's scope. The caller has opened the actor's transaction. */
export async function loadSubmission(tx: Db, actor: Actor, submissionId: string): Promise<SubmissionWork | null> {
  const scope = actor.scope;
  const submission = await getSubmission(tx, { id: submissionId, scope });
  if (!submission) return null;
  const of = { scope, submissionId };
  const { cycleId, districtId, organisationId } = submission;

  const [cycle, outline, indicators, figures, unitFigures, paragraphs, versions, comments, explanations] =
    await Promise.all([
      getCycle(tx, { id: cycleId, districtId }),
      listOutline(tx, { districtId, cycleId }),
      listIndicators(tx, { scope, cycleId }),
      listFigures(tx, of),
      listUnitFigures(tx, { scope, cycleId, organisationId }),
      listParagraphs(tx, of),
      listVersions(tx, of),
      listComments(tx, of),
      listExplanations(tx, of),
    ]);
  if (!cycle) return null;

  const [previous, own] = await Promise.all([
    loadPreviousOfUnit(tx, actor, cycle, organisationId),
    getUnitReport(tx, { scope, organisationId, year: cycle.year }),
  ]);
  const ownOutline = outline.filter(
    (heading) => heading.sectionId === submission.sectionId && heading.owners.includes(organisationId),
  );
  const ownIndicators =
    submission.sectionId === "overview" ? indicators.filter((one) => one.organisationId === organisationId) : [];
  const found = new Map(figures.map((figure) => [figure.cellKey, figure.found]));
  const keys = [
    ...listSectionCells(cycle.format, submission.sectionId).flatMap((cell) => (cell.sumOf ? [] : [cell.key])),
    ...ownIndicators.map((indicator) => `indicators.${indicator.key}`),
  ];

  const answers: UnitAnswers = {
    cycle,
    sectionId: submission.sectionId,
    isOffice: submission.isOffice,
    figures: Object.fromEntries(unitFigures.map((figure) => [figure.cellKey, figure.found])),
    paragraphs: Object.fromEntries(ownOutline.map((heading) => [heading.key, bodyOf(paragraphs, heading.key)])),
    outline: ownOutline,
    indicators: ownIndicators,
    previous,
    ownReport: own?.report.figures ?? null,
  };
  const subject = subjectOfUnit(answers);

  return {
    submission,
    cycle,
    outline: ownOutline,
    indicators: ownIndicators,
    figures,
    paragraphs,
    values: Object.fromEntries(keys.map((key) => [key, found.get(key) ?? null])),
    versions,
    comments,
    explanations,
    previous,
    answers,
    subject,
    findings: runChecks(subject),
  };
}

/** The cells of the section that were carried over and are not typed into, as stored. */
export function listLocked(work: SubmissionWork): Set<CellKey> {
  const { cycle, previous, values, findings, explanations } = work;
  const given = new Set(explanations.map((explanation) => explanation.findingId));
  const carried = carriedFrom({ format: cycle.format, year: cycle.year, previous });
  return lockedCells(carried, (key) => values[key] ?? null, sortByNeed(findings, given).explained);
}

/**
 * What the unit reported the year before, as approved; where it did not report here, what it published itself. Null
 * where neither is known.
 */
export async function loadPreviousOfUnit(
  tx: Db,
  actor: Actor,
  cycle: Cycle,
  organisationId: string,
): Promise<CheckSubject["previous"]> {
  const year = cycle.year - 1;
  const before = await getCycleByYear(tx, { districtId: cycle.districtId, year });
  const scope =
    actor.scope.units === "all" || actor.scope.units.includes(organisationId)
      ? { districtId: actor.districtId, units: [organisationId] }
      : actor.scope;
  const versions = before ? await listApprovedVersions(tx, { scope, cycleId: before.id }) : [];
  if (!before || versions.length === 0) {
    const own = await getUnitReport(tx, { scope, organisationId, year });
    return own ? previousOfInterchange(own.report) : null;
  }
  return {
    year: before.year,
    formatId: before.format.id,
    figures: computeTotals(
      before.format,
      Object.fromEntries(versions.flatMap((version) => Object.entries(version.content.figures))),
    ),
    texts: Object.fromEntries(
      versions.map((version) => [version.sectionId, Object.values(version.content.paragraphs).join("\n")]),
    ),
  };
}

function previousOfInterchange(report: InterchangeReport): CheckSubject["previous"] {
  const format = getFormat(report.format);
  return format ? subjectOfInterchange({ ...report, year: report.year + 1 }, format, report).previous : null;
}

function bodyOf(paragraphs: readonly StoredParagraph[], headingKey: string): string {
  return paragraphs.find((paragraph) => paragraph.headingKey === headingKey)?.body ?? "";
}
