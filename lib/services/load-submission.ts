import type { Db } from "@/db/connect";
import { listComments } from "@/db/queries/comments";
import { getCycle, getCycleByYear } from "@/db/queries/cycles";
import { listEvents } from "@/db/queries/events";
import { listExplanations } from "@/db/queries/explanations";
import { listFigures, listUnitFigures } from "@/db/queries/figures";
import { listIndicators } from "@/db/queries/indicators";
import { listOutline } from "@/db/queries/outline-headings";
import { listParagraphs } from "@/db/queries/paragraphs";
import { getNewestSeal } from "@/db/queries/seals";
import { getSubmission } from "@/db/queries/submissions";
import { getUnitReport } from "@/db/queries/unit-reports";
import { listApprovedContents, listVersions } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import { carriedFrom, lockedCells } from "@/lib/domain/carry-forward";
import { computeTotals } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit, type UnitAnswers } from "@/lib/domain/check/subject";
import type { EventType, StoredEvent } from "@/lib/domain/events";
import { sortByNeed } from "@/lib/domain/explanation";
import type { CellKey } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import type { SectionWork, StoredParagraph, SubmissionWork } from "@/lib/domain/section-work";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { getFormat } from "@/lib/formats";

/** Null when there is no such submission in the actor's scope. The caller has opened the actor's transaction. */
export async function loadSubmission(tx: Db, actor: Actor, submissionId: string): Promise<SubmissionWork | null> {
  const scope = actor.scope;
  const submission = await getSubmission(tx, { id: submissionId, scope });
  if (!submission) return null;
  const of = { scope, submissionId };
  const [work, figures, versions, comments, seal] = await Promise.all([
    loadSection(tx, actor, submission),
    listFigures(tx, of),
    listVersions(tx, of),
    listComments(tx, of),
    getNewestSeal(tx, { districtId: submission.districtId }),
  ]);
  return work ? { ...work, figures, versions, comments, seal } : null;
}

/** What gives a section back to its unit. */
export const SENT_BACK: readonly EventType[] = ["submission_returned", "submission_reopened", "signature_declined"];

/** How and by whom a section came back last, while that is still to be dealt with. */
export async function loadSentBack(tx: Db, actor: Actor, submission: SubmissionEntry): Promise<StoredEvent | null> {
  const isOpen = submission.state === "returned" || submission.state === "draft";
  if (!isOpen || submission.returnReason === null) return null;
  const [last] = await listEvents(tx, {
    scope: actor.scope,
    filter: { submissionId: submission.id, types: SENT_BACK },
    limit: 1,
  });
  return last ?? null;
}

/** A section with all that its checks need; null when its year has gone. */
export async function loadSection(tx: Db, actor: Actor, submission: SubmissionEntry): Promise<SectionWork | null> {
  const scope = actor.scope;
  const { cycleId, districtId, organisationId, sectionId, year } = submission;
  const of = { scope, submissionId: submission.id };
  const [cycle, outline, indicators, unitFigures, paragraphs, explanations, own, previous] = await Promise.all([
    getCycle(tx, { id: cycleId, districtId }),
    listOutline(tx, { districtId, cycleId }),
    sectionId === "overview" ? listIndicators(tx, { scope, cycleId }) : [],
    listUnitFigures(tx, { scope, cycleId, organisationId }),
    listParagraphs(tx, of),
    listExplanations(tx, of),
    getUnitReport(tx, { scope, organisationId, year }),
    loadPreviousOfUnit(tx, actor, { year, organisationId }),
  ]);
  if (!cycle) return null;

  const ownOutline = outline.filter(
    (heading) => heading.sectionId === sectionId && heading.owners.includes(organisationId),
  );
  const ownIndicators = indicators.filter((one) => one.organisationId === organisationId);
  const found = new Map(unitFigures.map((figure) => [figure.cellKey, figure.found]));
  const keys = [
    ...listSectionCells(cycle.format, sectionId).flatMap((cell) => (cell.sumOf ? [] : [cell.key])),
    ...ownIndicators.map((indicator) => `indicators.${indicator.key}`),
  ];

  const answers: UnitAnswers = {
    cycle,
    sectionId,
    isOffice: submission.isOffice,
    figures: Object.fromEntries(found),
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
    paragraphs,
    values: Object.fromEntries(keys.map((key) => [key, found.get(key) ?? null])),
    explanations,
    previous,
    answers,
    subject,
    findings: runChecks(subject),
  };
}

/** The cells of the section that were carried over and are not typed into, as stored. */
export function listLocked(work: SectionWork): Set<CellKey> {
  const { cycle, previous, values, findings, explanations } = work;
  const given = new Set(explanations.map((explanation) => explanation.findingId));
  const carried = carriedFrom({ format: cycle.format, year: cycle.year, previous });
  return lockedCells(carried, (key) => values[key] ?? null, sortByNeed(findings, given).explained);
}

/**
 * What the unit reported in the year before `year`, as approved; where it did not report here, what it published
 * itself. Null where neither is known.
 */
export async function loadPreviousOfUnit(
  tx: Db,
  actor: Actor,
  params: { year: number; organisationId: string },
): Promise<CheckSubject["previous"]> {
  const { organisationId } = params;
  const { districtId, scope } = actor;
  const year = params.year - 1;
  const [before, approved, own] = await Promise.all([
    getCycleByYear(tx, { districtId, year }),
    listApprovedContents(tx, { scope, organisationId, year }),
    getUnitReport(tx, { scope, organisationId, year }),
  ]);
  if (!before || approved.length === 0) return own ? previousOfInterchange(own.report) : null;
  return {
    year,
    formatId: before.format.id,
    figures: computeTotals(
      before.format,
      Object.fromEntries(approved.flatMap(({ content }) => Object.entries(content.figures))),
    ),
    texts: Object.fromEntries(
      approved.map(({ sectionId, content }) => [sectionId, Object.values(content.paragraphs).join("\n")]),
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
