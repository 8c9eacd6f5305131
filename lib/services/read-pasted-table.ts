import { type Db, withActor } from "@/db/connect";
import { getSubmission } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { ReadPastedTableInput } from "@/lib/domain/inputs/section";
import type { PastedTable } from "@/lib/domain/pasted-table";
import { Refusal } from "@/lib/domain/refusal";
import { decideMove } from "@/lib/domain/submission";
import { withReader } from "@/lib/services/with-reader";

/**
 * Reads a copied table for the section that somebody fills in. Nothing is stored: what goes in is saved cell by cell.
 * Null where it could not be read as a table.
 *
 * @throws Refusal not_found, reader_busy with `seconds`
 */
export async function readPastedTable(
  db: Db,
  actor: Actor,
  input: ReadPastedTableInput,
  _now: Date,
): Promise<PastedTable | null> {
  const submission = await withActor(db, actor, (tx) =>
    getSubmission(tx, { id: input.submissionId, scope: actor.scope }),
  );
  if (!submission) throw new Refusal("not_found");
  const decision = decideMove(submission, "edit", actor);
  if (!decision.ok) throw new Refusal(decision.refusal);
  const { sectionId } = submission;
  return await withReader({ from: actor.userId, isSignedIn: true }, (reader) =>
    reader.readTable(input.html, sectionId),
  );
}
