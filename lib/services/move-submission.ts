import type { Db } from "@/db/connect";
import type { EventSubject } from "@/db/queries/events";
import { getSubmissionForUpdate, type SubmissionChange, updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import type { DomainEvent } from "@/lib/domain/events";
import type { Submission, SubmissionMove } from "@/lib/domain/submission";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";

type MoveCall = { submissionId: string; expectedRevision: number; move: SubmissionMove; now: Date };
export type Settle = (tx: Db, submission: Submission, record: RecordEvent) => Promise<MoveOutcome>;
/** What a move changes beside the state, and its event. */
export type MoveOutcome = { set?: SubmissionChange; event: DomainEvent };

/**
 * The one way a submission's state changes after it was submitted: lock, decide, let `settle` say what else changes and
 * what happened, store and record.
 *
 * @throws what `requireMove` refuses
 */
export async function moveSubmission(
  db: Db,
  actor: Actor,
  call: MoveCall & { requestId: string },
  settle: Settle,
): Promise<void> {
  await carryOut(db, actor, call, (tx, record) => makeMove(tx, actor, call, record, settle), withoutResult);
}

/**
 * The step of it, for moves of several sections in one transaction.
 *
 * @throws what `requireMove` refuses
 */
export async function makeMove(
  tx: Db,
  actor: Actor,
  call: MoveCall,
  record: RecordEvent,
  settle: Settle,
): Promise<void> {
  const submission = await getSubmissionForUpdate(tx, { id: call.submissionId, scope: actor.scope });
  if (!submission) throw await refusalOfMissing(tx, actor, call.now);
  const decision = await requireMove(tx, actor, submission, call);

  const { set, event } = await settle(tx, submission, record);
  await updateSubmission(tx, {
    id: submission.id,
    districtId: submission.districtId,
    by: actor,
    at: call.now,
    set: { ...set, state: decision.to },
  });
  await record(subjectOf(submission), event);
}

/** The ids that an event about a submission carries. */
export function subjectOf(submission: Pick<Submission, "id" | "organisationId" | "cycleId">): EventSubject {
  return {
    organisationId: submission.organisationId,
    cycleId: submission.cycleId,
    submissionId: submission.id,
  };
}
