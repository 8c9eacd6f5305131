import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { updateExplanationsSubmitted } from "@/db/queries/explanations";
import { getEntryForUpdate, updateSubmission } from "@/db/queries/submissions";
import { getNewestVersionNumber, getVersion, insertVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import { sortByNeed } from "@/lib/domain/explanation";
import { readFigure } from "@/lib/domain/figure";
import type { SectionStepInput } from "@/lib/domain/inputs/section";
import { receiptNumber } from "@/lib/domain/receipt";
import { Refusal } from "@/lib/domain/refusal";
import { isUnchanged, type VersionContent } from "@/lib/domain/version";
import { carryOut } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";
import { getSectionWork } from "@/lib/services/section-work";

const ReceiptSchema = z.object({
  receipt: z.string(),
  version: z.number().int(),
  submittedAt: z.string(),
  awaitsSignature: z.boolean(),
});

/** What the unit gets in hand: the number, the version and the time. */
export type Receipt = z.infer<typeof ReceiptSchema>;

/**
 * Submits a section as it stands: makes an immutable version of it and hands it to the office, or first to the unit's
 * head. Errors, and warnings without an explanation, keep it back; so does a version that says what the last one said,
 * unless the unit says why.
 */
export async function submitSection(db: Db, actor: Actor, input: SectionStepInput, now: Date): Promise<Receipt> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getEntryForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      const decision = await requireMove(tx, actor, submission, {
        move: "submit",
        expectedRevision: input.expectedRevision,
        now,
      });

      const work = await getSectionWork(tx, actor, submission);
      if (!work) throw new Refusal("not_found");
      const given = new Set(work.explanations.map(({ findingId }) => findingId));
      const { errors, warnings, explained } = sortByNeed(work.findings, given);
      if (errors.length > 0) throw new Refusal("errors_open", { count: errors.length });
      if (warnings.length > 0) throw new Refusal("warnings_unexplained", { count: warnings.length });

      const { districtId, cycleId, organisationId, sectionId } = submission;
      const content: VersionContent = {
        sectionId,
        figures: { ...work.values },
        paragraphs: Object.fromEntries(
          work.subject.texts.map(({ headingKey }) => [headingKey, bodyOf(work.paragraphs, headingKey)]),
        ),
      };
      const last =
        submission.latestVersion > 0
          ? await getVersion(tx, { scope: actor.scope, submissionId: submission.id, number: submission.latestVersion })
          : null;
      const repeats = last !== null && isUnchanged(last, content, work.explanations);
      if (repeats && !input.unchangedReason) throw new Refusal("unchanged_since_version", { version: last.number });
      const version = (await getNewestVersionNumber(tx, { scope: actor.scope, submissionId: submission.id })) + 1;
      const contentHash = hashOf(content);
      const receipt = receiptNumber({
        year: work.cycle.year,
        position: submission.position,
        version,
        hash: contentHash,
      });
      const awaitsSignature = decision.to === "awaiting_signature";

      await Promise.all([
        insertVersion(tx, {
          version: {
            districtId,
            cycleId,
            id: randomUUID(),
            submissionId: submission.id,
            organisationId,
            number: version,
            content,
            contentHash,
            isNil: submission.isNil,
            receipt,
            submittedBy: actor.userId,
            submittedByName: actor.name,
            submittedAt: now,
          },
          nonZero: Object.entries(content.figures).flatMap(([cellKey, found]) => {
            const figure = readFigure(found);
            return figure.kind === "number" && figure.value !== "0" ? [{ cellKey, value: figure.value }] : [];
          }),
        }),
        explained.length === 0
          ? null
          : updateExplanationsSubmitted(tx, {
              districtId,
              submissionId: submission.id,
              findingIds: explained.map((finding) => finding.id),
              version,
            }),
        updateSubmission(tx, {
          id: submission.id,
          districtId,
          by: actor,
          at: now,
          set: {
            state: decision.to,
            latestVersion: version,
            submittedBy: actor.userId,
            submittedAt: now,
            signedBy: null,
            reviewBegunAt: null,
            returnReason: null,
          },
        }),
        record(
          { organisationId, cycleId, submissionId: submission.id },
          {
            type: "section_submitted",
            data: {
              sectionId,
              version,
              receipt,
              isNil: submission.isNil,
              hash: contentHash,
              awaitsSignature,
              isLate: now > submission.dueAt,
              ...(repeats && input.unchangedReason ? { unchangedReason: input.unchangedReason } : {}),
            },
          },
        ),
      ]);
      return { receipt, version, submittedAt: now.toISOString(), awaitsSignature };
    },
    (kept) => ReceiptSchema.parse(kept),
  );
}

function bodyOf(paragraphs: readonly { headingKey: string; body: string }[], headingKey: string): string {
  return paragraphs.find((paragraph) => paragraph.headingKey === headingKey)?.body ?? "";
}
