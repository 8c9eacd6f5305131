import type { Db } from "@/db/connect";
import { getCycle } from "@/db/queries/cycles";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { getSection } from "@/lib/domain/format-cells";
import type { SectionStepInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";

/**
 * Says in one step that nothing happened in a section: every blank cell becomes 0. Refused when a cell holds something
 * else, so that nothing typed is lost.
 *
 * @throws Refusal not_found, not_nil with `count` and what `requireMove` refuses
 */
export async function declareNil(db: Db, actor: Actor, input: SectionStepInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      const decision = await requireMove(tx, actor, submission, {
        move: "edit",
        expectedRevision: input.expectedRevision,
        now,
      });

      const { districtId, cycleId, organisationId, sectionId } = submission;
      const cycle = await getCycle(tx, { id: cycleId, districtId });
      if (!cycle || getSection(cycle.format, sectionId).kind !== "tables") throw new Refusal("not_found");
      const stored = new Map(
        (await listFigures(tx, { scope: actor.scope, submissionId: submission.id })).map((one) => [
          one.cellKey,
          one.found,
        ]),
      );
      const typed = getSection(cycle.format, sectionId).tables.flatMap((table) =>
        table.cells.flatMap((cell) => (cell.sumOf ? [] : [cell.key])),
      );
      const filled = typed.filter((key) => !["0", null].includes(stored.get(key) ?? null));
      if (filled.length > 0) throw new Refusal("not_nil", { count: filled.length });

      const changes = typed
        .filter((cellKey) => (stored.get(cellKey) ?? null) === null)
        .map((cellKey) => ({ cellKey, from: null, to: "0" }));
      await upsertFigures(tx, {
        districtId,
        by: actor,
        at: now,
        sections: [
          {
            submissionId: submission.id,
            organisationId,
            cells: changes.map((change) => ({ cellKey: change.cellKey, found: change.to })),
          },
        ],
      });
      await updateSubmission(tx, {
        id: submission.id,
        districtId,
        by: actor,
        at: now,
        set: { ...(decision.from === decision.to ? {} : { state: decision.to }), isNil: true },
      });
      await record(
        { organisationId, cycleId, submissionId: submission.id },
        { type: "section_declared_nil", data: { sectionId, changes } },
      );
    },
    withoutResult,
  );
}
