import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { upsertParagraph } from "@/db/queries/paragraphs";
import { updateSubmission } from "@/db/queries/submissions";
import { getNewestVersionNumber, getVersion, insertVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import { type ChildGovernment, contentOfChild, isNilContent, isTakenAgain } from "@/lib/domain/child-report";
import type { Cycle, OutlineHeading } from "@/lib/domain/cycle";
import { receiptNumber } from "@/lib/domain/receipt";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { listNonZero, type VersionContent } from "@/lib/domain/version";
import { listChanges } from "@/lib/domain/version-changes";
import type { RecordEvent } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { subjectOf } from "@/lib/services/move-submission";
import { requireMove } from "@/lib/services/require-move";

/** A report of a government below, as it is published. */
export type ChildReport = ReportEntry & { document: ReportDocument; documentHash: string; publishedAt: Date };

/** What is taken over, by which row it is known, and into which year. */
export type Taking = { cycle: Cycle; child: ChildGovernment; report: ChildReport; takenReportId: string; now: Date };

type SectionTaking = Taking & { submission: SubmissionEntry; outline: readonly OutlineHeading[] };

/**
 * A step of taking a report over: makes the section's new version. False where it would say what the one before says, and
 * was not sent back.
 *
 * @throws what `requireMove` refuses
 */
export async function takeSection(tx: Db, actor: Actor, taking: SectionTaking, record: RecordEvent): Promise<boolean> {
  const { cycle, child, report, submission, now } = taking;
  const { id: submissionId, sectionId, latestVersion } = submission;
  const headings = taking.outline.filter(
    (heading) => heading.sectionId === sectionId && heading.owners.includes(submission.organisationId),
  );
  const content = contentOfChild(report.document, { format: cycle.format, sectionId, headings });
  const { scope } = actor;
  const last = latestVersion > 0 ? await getVersion(tx, { scope, submissionId, number: latestVersion }) : null;
  const isSame = last !== null && listChanges(last.content, content).length === 0;
  if (isSame && !isTakenAgain(submission)) return false;
  const decision = await requireMove(tx, actor, submission, { move: "take", now });

  const changes = await replaceWork(tx, actor, submission, content, now);
  const version = await storeVersion(tx, actor, taking, content);
  await updateSubmission(tx, {
    id: submissionId,
    districtId: actor.districtId,
    by: actor,
    at: now,
    set: {
      state: decision.to,
      latestVersion: version.number,
      isNil: version.isNil,
      submittedBy: version.submittedBy,
      submittedAt: now,
      signedBy: null,
      hasReservation: false,
      reviewBegunAt: null,
      returnReason: null,
      ...(decision.from === "approved"
        ? { approvedVersionId: null, approvedBy: null, approvedByName: null, approvedAt: null }
        : {}),
    },
  });
  await record(subjectOf(submission), {
    type: "section_taken",
    data: {
      sectionId,
      version: version.number,
      receipt: version.receipt,
      isNil: version.isNil,
      hash: version.contentHash,
      changes,
      texts: Object.entries(content.paragraphs).map(([headingKey, body]) => ({
        headingKey,
        characters: [...body].length,
      })),
      districtId: child.districtId,
      reportId: report.id,
      reportVersion: report.version,
    },
  });
  return true;
}

/** Puts what was published in the place of what stood in the section. Gives the cells that change. */
async function replaceWork(
  tx: Db,
  actor: Actor,
  { id: submissionId, districtId, organisationId }: SubmissionEntry,
  content: VersionContent,
  now: Date,
): Promise<{ cellKey: string; from: string | null; to: string | null }[]> {
  const typed = new Map(
    (await listFigures(tx, { scope: actor.scope, submissionId })).map(({ cellKey, found }) => [cellKey, found]),
  );
  const changes = Object.entries(content.figures).flatMap(([cellKey, to]) => {
    const from = typed.get(cellKey) ?? null;
    return from === to ? [] : [{ cellKey, from, to }];
  });
  const cells = changes.map(({ cellKey, to }) => ({ cellKey, found: to }));
  await upsertFigures(tx, { districtId, by: actor, at: now, sections: [{ submissionId, organisationId, cells }] });
  for (const [headingKey, body] of Object.entries(content.paragraphs)) {
    await upsertParagraph(tx, { districtId, submissionId, organisationId, headingKey, body, by: actor, at: now });
  }
  return changes;
}

/** Who submitted it is the government below, by whoever published its report. */
async function storeVersion(
  tx: Db,
  actor: Actor,
  { cycle, child, report, takenReportId, submission, now }: SectionTaking,
  content: VersionContent,
) {
  const { id: submissionId, districtId, cycleId, organisationId, position } = submission;
  const number = (await getNewestVersionNumber(tx, { scope: actor.scope, submissionId })) + 1;
  const contentHash = hashOf(content);
  const version = {
    districtId,
    cycleId,
    id: randomUUID(),
    submissionId,
    organisationId,
    number,
    content,
    contentHash,
    isNil: isNilContent(content),
    receipt: receiptNumber({ year: cycle.year, position, version: number, hash: contentHash }),
    submittedBy: child.districtId,
    submittedByName: report.publishedByName ?? child.name,
    submittedAt: now,
    takenReportId,
  };
  await insertVersion(tx, { version, nonZero: listNonZero(content) });
  return version;
}
