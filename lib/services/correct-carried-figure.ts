import type { Db } from "@/db/connect";
import { upsertExplanation } from "@/db/queries/explanations";
import { upsertFigures } from "@/db/queries/figures";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { carriedFrom } from "@/lib/domain/carry-forward";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { cleanTyped, fitsType, readFigure } from "@/lib/domain/figure";
import type { CorrectCarriedFigureInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { subjectOf } from "@/lib/services/move-submission";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";
import { getSectionWork } from "@/lib/services/section-work";

/**
 * Changes a figure that was carried over from the year before, together with the reason that makes the difference lawful;
 * or takes it back to what was carried, which needs no reason.
 *
 * @throws Refusal invalid_figure, not_found, reason_missing and what `requireMove` refuses
 */
export async function correctCarriedFigure(
  db: Db,
  actor: Actor,
  input: CorrectCarriedFigureInput,
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getEntryForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      const decision = await requireMove(tx, actor, submission, { move: "edit", now });
      const figure = readFigure(cleanTyped(input.value));
      if (figure.kind !== "number") throw new Refusal("invalid_figure");

      const work = await getSectionWork(tx, actor, submission);
      if (!work) throw new Refusal("not_found");
      const { cellKey } = input;
      const { format, year } = work.cycle;
      const cell = cellsOf(format).get(cellKey);
      const expected = carriedFrom({ format, year, previous: work.previous }).get(cellKey);
      if (cell?.sectionId !== submission.sectionId || expected === undefined) throw new Refusal("not_found");
      if (!fitsType(figure.value, cell.cell.type)) throw new Refusal("invalid_figure");
      if (figure.value !== expected && input.reason === "") throw new Refusal("reason_missing");

      const { districtId, organisationId, sectionId } = submission;
      const from = work.values[cellKey] ?? null;
      if (from !== figure.value) {
        const at = { districtId, by: actor, at: now };
        const cells = [{ cellKey, found: figure.value }];
        await upsertFigures(tx, { ...at, sections: [{ submissionId: submission.id, organisationId, cells }] });
        const set = decision.from === decision.to ? { isNil: false } : { state: decision.to, isNil: false };
        await updateSubmission(tx, { ...at, id: submission.id, set });
        const changes = [{ cellKey, from, to: figure.value }];
        await record(subjectOf(submission), { type: "figures_saved", data: { sectionId, changes } });
      }
      if (figure.value === expected) return;

      const after = await getSectionWork(tx, actor, submission);
      const finding = after?.findings.find(
        (candidate) => candidate.rule === "CARRY-YEAR" && candidate.cells[0] === cellKey,
      );
      if (!finding) throw new Refusal("not_found");
      await upsertExplanation(tx, {
        districtId,
        submissionId: submission.id,
        organisationId,
        findingId: finding.id,
        rule: finding.rule,
        finding,
        body: input.reason,
        authorId: actor.userId,
        authorName: actor.name,
        createdAt: now,
      });
      await record(subjectOf(submission), {
        type: "warning_explained",
        data: { sectionId, rule: finding.rule, findingId: finding.id, body: input.reason },
      });
    },
    withoutResult,
  );
}
