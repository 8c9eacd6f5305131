import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { updateExplanationsSubmitted } from "@/db/queries/explanations";
import { upsertFigures } from "@/db/queries/figures";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { updateSubmission } from "@/db/queries/submissions";
import { getNewestVersionNumber, getVersion, insertVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { Finding } from "@/lib/domain/check/finding";
import { sortByNeed } from "@/lib/domain/explanation";
import type { SectionSubmitInput } from "@/lib/domain/inputs/section";
import { receiptNumber } from "@/lib/domain/receipt";
import { Refusal } from "@/lib/domain/refusal";
import { contentOfSection, type SectionWork } from "@/lib/domain/section-work";
import type { SubmissionState } from "@/lib/domain/submission";
import { listNonZero, type StoredVersion, type VersionContent } from "@/lib/domain/version";
import { isUnchanged } from "@/lib/domain/version-changes";
import type { RecordEvent } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { subjectOf } from "@/lib/services/move-submission";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";
import { getSectionWork } from "@/lib/services/section-work";

export const ReceiptSchema = z.object({
  receipt: z.string(),
  version: z.number().int(),
  submittedAt: z.string(),
  awaitsSignature: z.boolean(),
});

/** The receipt of the unit: its number, the version and the time. */
export type Receipt = z.infer<typeof ReceiptSchema>;

/**
 * A step of submitting one section or several: counts as 0 what is blank in a section that is filled in, makes an
 * immutable version, and hands it to the office, or first to the unit's head.
 *
 * @throws Refusal not_found, errors_open, warnings_unexplained and blanks_not_seen with `count`,
 * unchanged_since_version with `version`, and what `requireMove` refuses
 */
export async function handIn(
  tx: Db,
  actor: Actor,
  input: SectionSubmitInput,
  record: RecordEvent,
  now: Date,
): Promise<Receipt> {
  const submission = await getEntryForUpdate(tx, { id: input.submissionId, scope: actor.scope });
  if (!submission) throw await refusalOfMissing(tx, actor, now);
  const { expectedRevision } = input;
  const decision = await requireMove(tx, actor, submission, { move: "submit", expectedRevision, now });
  const work = await getSectionWork(tx, actor, submission);
  if (!work) throw new Refusal("not_found");

  const explained = requireSettled(work);
  await countBlanks(tx, actor, work, input.blanksSeen ?? 0, record, now);
  const content = contentOfSection(work);
  const unchangedReason = await requireNews(tx, actor, work, content, input.unchangedReason);
  const version = await newVersion(tx, actor, work, content, now);
  const awaitsSignature = decision.to === "awaiting_signature";
  await storeVersion(tx, actor, { version, state: decision.to, explained, now });
  await record(subjectOf(submission), {
    type: "section_submitted",
    data: {
      sectionId: submission.sectionId,
      version: version.number,
      receipt: version.receipt,
      isNil: version.isNil,
      hash: version.contentHash,
      awaitsSignature,
      isLate: now > submission.dueAt,
      ...(unchangedReason ? { unchangedReason } : {}),
    },
  });
  return { receipt: version.receipt, version: version.number, submittedAt: now.toISOString(), awaitsSignature };
}

/** Writes the zeros that blank cells count as, once whoever submits has seen how many there are. */
async function countBlanks(
  tx: Db,
  actor: Actor,
  { submission, values, blanksAsZero }: SectionWork,
  seen: number,
  record: RecordEvent,
  now: Date,
): Promise<void> {
  if (blanksAsZero.length === 0) return;
  if (blanksAsZero.length > seen) throw new Refusal("blanks_not_seen", { count: blanksAsZero.length });
  const { id: submissionId, districtId, organisationId, sectionId } = submission;
  const cells = blanksAsZero.map((cellKey) => ({ cellKey, found: "0" }));
  await upsertFigures(tx, { districtId, by: actor, at: now, sections: [{ submissionId, organisationId, cells }] });
  const changes = blanksAsZero.map((cellKey) => ({ cellKey, from: values[cellKey] ?? null, to: "0" }));
  await record(subjectOf(submission), { type: "blanks_counted_as_zero", data: { sectionId, changes } });
}

/** The findings that were explained, once nothing else stands against submitting. */
function requireSettled({ findings, explanations }: SectionWork): Finding[] {
  const { errors, warnings, explained } = sortByNeed(findings, new Set(explanations.map(({ findingId }) => findingId)));
  if (errors.length > 0) throw new Refusal("errors_open", { count: errors.length });
  if (warnings.length > 0) throw new Refusal("warnings_unexplained", { count: warnings.length });
  return explained;
}

/** The unit's reason for submitting an unchanged version; null where something has changed and no reason is needed. */
async function requireNews(
  tx: Db,
  actor: Actor,
  { submission, explanations }: SectionWork,
  content: VersionContent,
  reason: string | undefined,
): Promise<string | null> {
  const { id: submissionId, latestVersion: number } = submission;
  const last = number > 0 ? await getVersion(tx, { scope: actor.scope, submissionId, number }) : null;
  if (last === null || !isUnchanged(last, content, explanations)) return null;
  if (!reason) throw new Refusal("unchanged_since_version", { version: last.number });
  return reason;
}

type NewVersion = StoredVersion & { districtId: string; cycleId: string };

async function newVersion(
  tx: Db,
  actor: Actor,
  { cycle, submission }: SectionWork,
  content: VersionContent,
  now: Date,
): Promise<NewVersion> {
  const { id: submissionId, districtId, cycleId, organisationId, position, isNil } = submission;
  const number = (await getNewestVersionNumber(tx, { scope: actor.scope, submissionId })) + 1;
  const contentHash = hashOf(content);
  return {
    districtId,
    cycleId,
    id: randomUUID(),
    submissionId,
    organisationId,
    number,
    content,
    contentHash,
    isNil,
    receipt: receiptNumber({ year: cycle.year, position, version: number, hash: contentHash }),
    submittedBy: actor.userId,
    submittedByName: actor.name,
    submittedAt: now,
    takenReportId: null,
  };
}

async function storeVersion(
  tx: Db,
  actor: Actor,
  of: { version: NewVersion; state: SubmissionState; explained: readonly Finding[]; now: Date },
): Promise<void> {
  const { version, explained, now } = of;
  const { districtId, submissionId, number } = version;
  const findingIds = explained.map((finding) => finding.id);
  await Promise.all([
    insertVersion(tx, { version, nonZero: listNonZero(version.content) }),
    findingIds.length === 0
      ? null
      : updateExplanationsSubmitted(tx, { districtId, submissionId, findingIds, version: number }),
    updateSubmission(tx, {
      id: submissionId,
      districtId,
      by: actor,
      at: now,
      set: {
        state: of.state,
        latestVersion: number,
        submittedBy: actor.userId,
        submittedAt: now,
        signedBy: null,
        hasReservation: false,
        reviewBegunAt: null,
        returnReason: null,
      },
    }),
  ]);
}
