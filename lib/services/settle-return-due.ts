import type { Db } from "@/db/connect";
import { getSubmission } from "@/db/queries/submission-entries";
import type { SubmissionChange } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { refuseReturnDue } from "@/lib/domain/review";
import type { Submission } from "@/lib/domain/submission";

/**
 * Until when a section that is given back is due: what is stored, and what its event tells.
 *
 * @throws Refusal not_found
 */
export async function settleReturnDue(
  tx: Db,
  actor: Actor,
  submission: Submission,
  given: Date | undefined,
  now: Date,
): Promise<{ set: Pick<SubmissionChange, "dueAt" | "isExtended">; told: string | null }> {
  const entry = await getSubmission(tx, { id: submission.id, scope: actor.scope });
  if (!entry) throw new Refusal("not_found");
  const refusal = refuseReturnDue(entry.dueAt, given ?? null, now);
  if (refusal) throw new Refusal(refusal);
  if (!given || given.getTime() === entry.dueAt.getTime()) return { set: {}, told: null };
  return { set: { dueAt: given, isExtended: true }, told: given.toISOString() };
}
