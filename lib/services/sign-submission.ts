import { z } from "zod";
import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { DeclineSignatureInput, SectionStepInput, SignSubmissionInput } from "@/lib/domain/inputs/section";
import type { SectionStepsInput } from "@/lib/domain/inputs/section-steps";
import type { RecordEvent } from "@/lib/services/carry-out";
import { moveSectionsTogether } from "@/lib/services/move-sections-together";
import { makeMove, moveSubmission, type Settle } from "@/lib/services/move-submission";

/**
 * The unit's head signs what was prepared; it goes to the office.
 *
 * @throws what `moveSubmission` refuses
 */
export async function signSubmission(db: Db, actor: Actor, input: SignSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "sign", now }, signedBy(actor, now));
}

/**
 * As `signSubmission`, for several sections at once: all of them, or none. Gives how many there were.
 *
 * @throws what `makeMove` refuses, with `inSection`
 */
export async function signSubmissions(db: Db, actor: Actor, input: SectionStepsInput, now: Date): Promise<number> {
  const sign = async (tx: Db, _actor: Actor, section: SectionStepInput, record: RecordEvent) => {
    await makeMove(tx, actor, { ...section, move: "sign", now }, record, signedBy(actor, now));
    return null;
  };
  return (await moveSectionsTogether(db, actor, input, now, sign, z.null())).length;
}

function signedBy(actor: Actor, now: Date): Settle {
  return async (_tx, { sectionId, latestVersion: version }) => ({
    set: { signedBy: actor.userId, submittedAt: now },
    event: { type: "section_signed", data: { sectionId, version } },
  });
}

/**
 * The unit's head declines to sign; the section is a draft again.
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
