import type { Db } from "@/db/connect";
import { getSubmission } from "@/db/queries/submission-entries";
import { type Actor, unitsFilledBy } from "@/lib/domain/access";
import { computeTotals } from "@/lib/domain/cell";
import { getSection } from "@/lib/domain/format-cells";
import { decideMove } from "@/lib/domain/submission";
import type { WorkbookContent } from "@/lib/domain/unit-workbook";
import { getSectionWork, listLocked } from "@/lib/services/section-work";

/** What the workbook of a section holds now; null where the actor does not fill it in, or it has no table. */
export async function getWorkbookContent(tx: Db, actor: Actor, submissionId: string): Promise<WorkbookContent | null> {
  const submission = await getSubmission(tx, { id: submissionId, scope: actor.scope });
  if (!submission || !unitsFilledBy(actor).includes(submission.organisationId)) return null;
  if (!decideMove(submission, "edit", actor).ok) return null;
  const work = await getSectionWork(tx, actor, submission);
  if (!work || getSection(work.cycle.format, submission.sectionId).kind !== "tables") return null;
  const { cycle, values, previous } = work;
  return {
    identity: {
      unitId: submission.organisationId,
      unit: submission.unitName,
      year: submission.year,
      formatId: cycle.format.id,
      formatHash: cycle.formatHash,
      sectionId: submission.sectionId,
    },
    format: cycle.format,
    figures: computeTotals(cycle.format, values),
    previous: previous && { year: previous.year, figures: previous.figures },
    locked: listLocked(work),
  };
}
