import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { getReportForUpdate, insertReport, listReports, updateReport } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import type { BeginErratumInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportEntry } from "@/lib/domain/report";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";

/**
 * Opens the next version of a published report; the published one stands until the new one is published. A version that
 * was begun and called off is taken up again, so that the numbers of what is published have no gap.
 *
 * @throws Refusal not_permitted, not_found, wrong_state and changed_meanwhile
 */
export async function beginErratum(db: Db, actor: Actor, input: BeginErratumInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "report:publish")) throw new Refusal("not_permitted");
      const report = await getReportForUpdate(tx, { districtId: actor.districtId, id: input.reportId });
      if (!report) throw new Refusal("not_found");
      await openErratum(tx, actor, { report, reason: input.reason }, record);
    },
    withoutResult,
  );
}

/**
 * The step of it; another version that is begun already keeps the reason that it was begun with.
 *
 * @throws Refusal not_found, wrong_state and changed_meanwhile
 */
export async function openErratum(
  tx: Db,
  { districtId }: Actor,
  { report, reason }: { report: ReportEntry; reason: string },
  record: RecordEvent,
): Promise<void> {
  if (!report.cycleId) throw new Refusal("not_found");
  if (report.state !== "published") throw new Refusal("wrong_state");
  const version = report.version + 1;
  const next = (await listReports(tx, { districtId })).find(
    (candidate) => candidate.year === report.year && candidate.version === version,
  );
  const id = next?.id ?? randomUUID();
  if (next?.state === "called_off") {
    await updateReport(tx, { districtId, id, set: { state: "draft", erratumReason: reason } });
  } else {
    const isNew = await insertReport(tx, {
      districtId,
      id,
      cycleId: report.cycleId,
      year: report.year,
      version,
      state: "draft",
      origin: "composed",
      title: report.title,
      districtName: report.districtName,
      erratumReason: reason,
    });
    if (!isNew) throw new Refusal("changed_meanwhile");
  }
  await record({ cycleId: report.cycleId, reportId: id }, { type: "erratum_begun", data: { version, reason } });
}
