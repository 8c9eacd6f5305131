import type { Db } from "@/db/connect";
import { getSubmission } from "@/db/queries/submission-entries";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import { type Actor, may } from "@/lib/domain/access";
import type { ExtendDueDateInput } from "@/lib/domain/inputs/cycle";
import { Refusal } from "@/lib/domain/refusal";
import { refuseExtension } from "@/lib/domain/review";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { subjectOf } from "@/lib/services/move-submission";

/**
 * Gives one section of one unit more time, with the reason.
 *
 * @throws Refusal not_permitted, not_found, cycle_closed and wrong_state
 */
export async function extendDueDate(db: Db, actor: Actor, input: ExtendDueDateInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    (tx, record) => extendSubmission(tx, actor, input, record, now),
    withoutResult,
  );
}

/**
 * The step of it, within a transaction that is open already.
 *
 * @throws Refusal not_permitted, not_found, cycle_closed and wrong_state
 */
export async function extendSubmission(
  tx: Db,
  actor: Actor,
  input: Pick<ExtendDueDateInput, "submissionId" | "dueAt" | "reason">,
  record: RecordEvent,
  now: Date,
): Promise<void> {
  if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  const of = { id: input.submissionId, scope: actor.scope };
  const submission = await getSubmissionForUpdate(tx, of);
  const entry = await getSubmission(tx, of);
  if (!submission || !entry) throw new Refusal("not_found");
  if (!submission.isCycleOpen) throw new Refusal("cycle_closed");
  if (submission.state === "approved") throw new Refusal("wrong_state");
  const refusal = refuseExtension(entry.dueAt, input.dueAt, now);
  if (refusal) throw new Refusal(refusal);

  await updateSubmission(tx, {
    id: submission.id,
    districtId: submission.districtId,
    by: actor,
    at: now,
    set: { dueAt: input.dueAt, isExtended: true },
  });
  await record(subjectOf(submission), {
    type: "due_date_extended",
    data: {
      sectionId: submission.sectionId,
      from: entry.dueAt.toISOString(),
      to: input.dueAt.toISOString(),
      reason: input.reason,
    },
  });
}
