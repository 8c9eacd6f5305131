import { z } from "zod";
import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import { type HeadAnswer, listReservations } from "@/lib/domain/head-statement";
import type { DeclineSignatureInput, SectionStepInput, SignSubmissionInput } from "@/lib/domain/inputs/section";
import type { SignSectionsInput } from "@/lib/domain/inputs/section-steps";
import type { RecordEvent } from "@/lib/services/carry-out";
import { moveSectionsTogether } from "@/lib/services/move-sections-together";
import { makeMove, moveSubmission, type Settle } from "@/lib/services/move-submission";

/**
 * The unit's head signs what was prepared and answers for it; it goes to the office with the answers, which stay with this
 * version in the history. Whoever wants to answer otherwise later takes the section back and signs anew.
 *
 * @throws what `moveSubmission` refuses
 */
export async function signSubmission(db: Db, actor: Actor, input: SignSubmissionInput, now: Date): Promise<void> {
  await moveSubmission(db, actor, { ...input, move: "sign", now }, signedBy(actor, input.answers, now));
}

/**
 * As `signSubmission`, for several sections at once: all of them, or none. Gives how many there were.
 *
 * @throws what `makeMove` refuses, with `inSection`
 */
export async function signSubmissions(db: Db, actor: Actor, input: SignSectionsInput, now: Date): Promise<number> {
  const sign = async (tx: Db, _actor: Actor, section: SectionStepInput, record: RecordEvent) => {
    await makeMove(tx, actor, { ...section, move: "sign", now }, record, signedBy(actor, input.answers, now));
    return null;
  };
  return (await moveSectionsTogether(db, actor, input, now, sign, z.null())).length;
}

function signedBy(actor: Actor, answers: HeadAnswer[], now: Date): Settle {
  return async (_tx, { sectionId, latestVersion: version }) => ({
    set: { signedBy: actor.userId, submittedAt: now, hasReservation: listReservations(answers).length > 0 },
    event: { type: "section_signed", data: { sectionId, version, answers } },
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
