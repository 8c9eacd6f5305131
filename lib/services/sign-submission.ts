import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { DeclineSignatureInput, SignSubmissionInput } from "@/lib/domain/inputs/section";
import { moveSubmission } from "@/lib/services/move-submission";

/**
 * The unit's head signs what was prepared; it goes to the office.
 *
 * @throws what `moveSubmission` refuses
 */
export async function signSubmission(db: Db, actor: Actor, input: SignSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "sign", now }, async (_tx, submission) => ({
    set: { signedBy: actor.userId, submittedAt: now },
    event: { type: "section_signed", data: { sectionId: submission.sectionId, version: submission.latestVersion } },
  }));
}

/**
 * The unit's head gives it back to be worked on.
 *
 * @throws what `moveSubmission` refuses
 */
export async function declineSignature(db: Db, actor: Actor, input: DeclineSignatureInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "decline", now }, async (_tx, submission) => ({
    set: { returnReason: input.reason },
    event: {
      type: "signature_declined",
      data: { sectionId: submission.sectionId, version: submission.latestVersion, reason: input.reason },
    },
  }));
}
