import { type Db, withActor } from "@/db/connect";
import { getSubmission } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** Loads how one section stands, without its answers; null outside the actor's scope. */
export async function loadSubmissionEntry(
  db: Db,
  actor: Actor,
  { submissionId }: { submissionId: string },
  _now: Date,
): Promise<SubmissionEntry | null> {
  return withActor(db, actor, (tx) => getSubmission(tx, { id: submissionId, scope: actor.scope }));
}
