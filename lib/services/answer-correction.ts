import type { Db } from "@/db/connect";
import { getCorrectionRequestForUpdate, updateCorrectionAnswer } from "@/db/queries/correction-requests";
import { getReportForUpdate, listReports } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import type { AnswerCorrectionInput } from "@/lib/domain/inputs/government";
import { Refusal } from "@/lib/domain/refusal";
import { hasLaterVersion } from "@/lib/domain/report";
import { openErratum } from "@/lib/services/begin-erratum";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Answers what the government above sent back: begins a correction of the report, unless one of it is begun already, or
 * says why it stays.
 *
 * @throws Refusal not_permitted, not_found, wrong_state and what `openErratum` refuses
 */
export async function answerCorrection(db: Db, actor: Actor, input: AnswerCorrectionInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "report:publish")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const asked = await getCorrectionRequestForUpdate(tx, { districtId, id: input.correctionId });
      if (!asked) throw new Refusal("not_found");
      if (asked.answer !== null) throw new Refusal("wrong_state");
      const report = await getReportForUpdate(tx, { districtId, id: asked.reportId });
      if (!report) throw new Refusal("not_found");
      const isCorrected = hasLaterVersion(await listReports(tx, { districtId }), report);
      if (input.answer === "corrects" && !isCorrected) {
        await openErratum(tx, actor, { report, reason: input.body }, record);
      }
      await updateCorrectionAnswer(tx, {
        districtId,
        id: asked.id,
        set: { answer: input.answer, answerText: input.body, answeredByName: actor.name, answeredAt: now },
      });
      await record(
        { cycleId: report.cycleId, reportId: report.id },
        {
          type: "correction_answered",
          data: {
            year: asked.year,
            sectionId: asked.sectionId,
            from: asked.parentName,
            answer: input.answer,
            body: input.body,
          },
        },
      );
    },
    withoutResult,
  );
}
