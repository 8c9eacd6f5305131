import type { Db } from "@/db/connect";
import { updateExplanationNote } from "@/db/queries/explanations";
import { updateReportExplanationNote, upsertReportExplanation } from "@/db/queries/report-explanations";
import type { Actor } from "@/lib/domain/access";
import { isExplainable } from "@/lib/domain/explanation";
import type { ChooseNoteInput, ExplainReportFindingInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { getJudgedReport } from "@/lib/services/report-work";
import { lockForComposing } from "@/lib/services/save-report-text";

/**
 * Gives the office's reason for a finding of the district's report that may stand.
 *
 * @throws Refusal not_found and what `lockForComposing` refuses
 */
export async function explainReportFinding(
  db: Db,
  actor: Actor,
  input: ExplainReportFindingInput,
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      await lockForComposing(tx, actor, input.cycleId);
      const work = await getJudgedReport(tx, actor, input.cycleId, now);
      const finding = work?.findings.find((candidate) => candidate.id === input.findingId && isExplainable(candidate));
      if (!finding) throw new Refusal("not_found");
      await upsertReportExplanation(tx, {
        districtId: actor.districtId,
        cycleId: input.cycleId,
        findingId: finding.id,
        finding,
        body: input.body,
        authorId: actor.userId,
        authorName: actor.name,
        createdAt: now,
      });
      await record(
        { cycleId: input.cycleId },
        { type: "report_warning_explained", data: { rule: finding.rule, findingId: finding.id, body: input.body } },
      );
    },
    withoutResult,
  );
}

/**
 * Prints an explanation as a note of the report, in the office's words, or prints it no more.
 *
 * @throws Refusal not_found and what `lockForComposing` refuses
 */
export async function chooseNote(db: Db, actor: Actor, input: ChooseNoteInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      await lockForComposing(tx, actor, input.cycleId);
      const work = await getJudgedReport(tx, actor, input.cycleId, now);
      if (!work) throw new Refusal("not_found");
      const { districtId } = actor;
      const { submissionId, findingId, cycleId } = input;
      const note = input.note === "" ? null : input.note;
      const ofUnit = work.unitExplanations.find(
        (candidate) => candidate.submissionId === submissionId && candidate.findingId === findingId,
      );
      if (submissionId !== "" && !ofUnit) throw new Refusal("not_found");
      const explanation = ofUnit
        ? await updateExplanationNote(tx, { districtId, submissionId, findingId, note })
        : await updateReportExplanationNote(tx, { districtId, cycleId, findingId, note });
      if (!explanation) throw new Refusal("not_found");
      await record(
        { cycleId },
        { type: "note_chosen", data: { rule: explanation.rule, findingId, unit: ofUnit?.unitName ?? "", note } },
      );
    },
    withoutResult,
  );
}
