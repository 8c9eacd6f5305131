import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { getDistrictName } from "@/db/queries/offices";
import { getPublishedReport, insertReport } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { type InterchangeReport, withoutRecord } from "@/lib/domain/interchange";
import { dateInShanghai } from "@/lib/domain/office-day";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportDocument } from "@/lib/domain/report-document";
import { getFormat } from "@/lib/formats";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { verificationCodeOf } from "@/lib/services/release-report";

/**
 * Takes a report that was published before the product was used into the district's history, so that carried figures
 * and comparisons have a year before. A year that is there already is not replaced, and a draft is refused.
 *
 * @throws Refusal not_permitted, not_found, report_is_draft and year_taken with `year`
 */
export async function importPublishedReport(
  db: Db,
  actor: Actor,
  input: { requestId: string; report: InterchangeReport; publishedAt: Date },
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const { report } = input;
      const format = getFormat(report.format);
      const districtName = await getDistrictName(tx, { districtId });
      if (!format || !districtName) throw new Refusal("not_found");
      if (report.state === "draft") throw new Refusal("report_is_draft");
      if (await getPublishedReport(tx, { districtId, year: report.year })) {
        throw new Refusal("year_taken", { year: report.year });
      }
      const publishedOn = dateInShanghai(input.publishedAt);
      const document: ReportDocument = {
        ...documentOfInterchange(withoutRecord(report), format),
        district: districtName,
        state: "published",
        version: 1,
        date: publishedOn,
        publishedOn,
      };
      const { hash, code } = verificationCodeOf(document);
      const id = randomUUID();
      const isNew = await insertReport(tx, {
        districtId,
        id,
        cycleId: null,
        year: report.year,
        version: 1,
        state: "published",
        origin: "imported",
        title: report.title,
        districtName,
        document: { ...document, verificationCode: code },
        documentHash: hash,
        verificationCode: code,
        publishedByName: actor.name,
        publishedAt: input.publishedAt,
      });
      if (!isNew) throw new Refusal("year_taken", { year: report.year });
      await record(
        { reportId: id },
        { type: "report_imported", data: { year: report.year, title: report.title, hash } },
      );
    },
    withoutResult,
  );
}
