import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { FilledSection } from "@/lib/domain/filled-section";
import type { FillSectionInput } from "@/lib/domain/inputs/fill-section";
import { Refusal } from "@/lib/domain/refusal";
import { resolveComment } from "@/lib/services/comment-on-submission";
import { declareNil } from "@/lib/services/declare-nil";
import { explainFinding } from "@/lib/services/explain-finding";
import { uuidOf } from "@/lib/services/hash";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { submitSection } from "@/lib/services/submit-section";

/**
 * Saves everything that was typed into a section, then submits it or reports it as nil when that was asked. A step is
 * not taken while somebody else's value stands where the sender typed another: nothing typed is overwritten unseen.
 *
 * Each part is a request of its own, named by the form's and by what it says: a second press repeats nothing, and other
 * values under the same form are never taken for its first ones.
 */
export async function fillSection(db: Db, actor: Actor, input: FillSectionInput, now: Date): Promise<FilledSection> {
  const { requestId, submissionId, step, blanksSeen, unchangedReason } = input;
  const part = (content: unknown) => ({ requestId: uuidOf([requestId, content]), submissionId });
  const filled: FilledSection = { saved: 0, conflicts: [], unplaced: [] };
  let { expectedRevision } = input;

  // An explanation belongs to the values that its writer saw, so it comes before new ones.
  for (const explanation of input.explanations) {
    const isPlaced = await isThere(() => explainFinding(db, actor, { ...part(explanation), ...explanation }, now));
    if (!isPlaced) filled.unplaced.push(explanation.body);
  }
  for (const answer of input.resolved) {
    await isThere(() => resolveComment(db, actor, { ...part(answer), ...answer }, now));
  }
  if (input.figures.length > 0) {
    const answer = await saveFigures(db, actor, { ...part(input.figures), changes: input.figures }, now);
    expectedRevision = answer.revision;
    filled.saved += answer.cells.length;
    for (const { cellKey, yours, theirs, by, isOwn, at } of answer.conflicts) {
      filled.conflicts.push({ anchor: cellKey, mine: yours ?? "", theirs: theirs ?? "", by, isOwn, at });
    }
  }
  for (const paragraph of input.paragraphs) {
    const { revision, conflict } = await saveParagraph(db, actor, { ...part(paragraph), ...paragraph }, now);
    expectedRevision = revision;
    if (conflict) {
      filled.conflicts.push({ anchor: paragraphAnchor(paragraph.headingKey), mine: paragraph.value, ...conflict });
    } else filled.saved += 1;
  }
  if (filled.conflicts.length > 0 || filled.unplaced.length > 0) return filled;
  if (step === "submit")
    await submitSection(db, actor, { requestId, submissionId, expectedRevision, blanksSeen, unchangedReason }, now);
  if (step === "nil") await declareNil(db, actor, { requestId, submissionId, expectedRevision }, now);
  return filled;
}

/** False when the finding has disappeared meanwhile. */
async function isThere(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return false;
    throw error;
  }
}
