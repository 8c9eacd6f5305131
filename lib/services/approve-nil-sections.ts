import { z } from "zod";
import type { Db } from "@/db/connect";
import { countOpenExplanations } from "@/db/queries/explanations";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { type Actor, may } from "@/lib/domain/access";
import type { ApproveNilInput } from "@/lib/domain/inputs/review";
import { findNilObstacle, NIL_OBSTACLES, type NilObstacle } from "@/lib/domain/nil-approval";
import { Refusal } from "@/lib/domain/refusal";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { settleApproval } from "@/lib/services/approve-submission";
import { carryOut, type RecordEvent } from "@/lib/services/carry-out";
import { makeMove } from "@/lib/services/move-submission";
import { refusalOfMissing } from "@/lib/services/require-move";

const NilApprovalSchema = z.object({
  approved: z.number().int(),
  /** Listed submissions that were not approved, each with the reason. */
  left: z.array(z.object({ unitName: z.string(), sectionId: z.string(), obstacle: z.enum(NIL_OBSTACLES) })),
});
export type NilApproval = z.infer<typeof NilApprovalSchema>;

/**
 * Approves listed sections that report nothing, each by the rules of a single approval and with its own event. What has
 * changed since it was listed is left as it is and named.
 *
 * @throws Refusal not_permitted, not_found, cycle_closed and unit_exempt
 */
export async function approveNilSections(
  db: Db,
  actor: Actor,
  input: ApproveNilInput,
  now: Date,
): Promise<NilApproval> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const result: NilApproval = { approved: 0, left: [] };
      // Locked in a fixed order, so that two concurrent reviewers cannot deadlock.
      const listed = input.seen.toSorted((one, other) => one.submissionId.localeCompare(other.submissionId));
      for (const { submissionId, revision } of listed) {
        const entry = await getEntryForUpdate(tx, { id: submissionId, scope: actor.scope });
        if (!entry) throw await refusalOfMissing(tx, actor, now);
        const obstacle = await approveOne(tx, actor, entry, { revision, record, now });
        if (obstacle === null) result.approved += 1;
        else result.left.push({ unitName: entry.unitName, sectionId: entry.sectionId, obstacle });
      }
      return result;
    },
    (kept) => NilApprovalSchema.parse(kept),
  );
}

async function approveOne(
  tx: Db,
  actor: Actor,
  entry: SubmissionEntry,
  { revision, record, now }: { revision: number; record: RecordEvent; now: Date },
): Promise<NilObstacle | null> {
  const open = await countOpenExplanations(tx, { scope: actor.scope, submissionIds: [entry.id] });
  const obstacle = findNilObstacle({ ...entry, explanations: open[0]?.count ?? 0 }, actor);
  if (obstacle) return obstacle;
  if (entry.revision !== revision) return "changed";
  const call = { submissionId: entry.id, expectedRevision: revision, move: "approve" as const, now };
  await makeMove(tx, actor, call, record, (_, submission) => settleApproval(tx, actor, submission, record, now));
  return null;
}
