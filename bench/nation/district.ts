import { randomUUID } from "node:crypto";
import { withActor } from "@/db/connect";
import { getActor } from "@/db/queries/sign-in";
import { openCycle } from "@/lib/services/open-cycle";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { getReportWork } from "@/lib/services/report-work";
import { buildFinishedDistrict, findDirector } from "../mixed-district";
import { writeTexts } from "../size.bench";
import type { BenchDatabase } from "../with-database";

const UNITS = 40;
const NEXT_YEAR = 2022;
/** On a day in the middle of that year's work. */
const OPENED = new Date("2023-01-06T09:00:00+08:00");
const DUE = new Date("2023-01-21T00:00:00+08:00");

/** A district that has published its report of one year and works on the next. */
export async function buildYearsOfDistrict(database: BenchDatabase): Promise<string> {
  const { db } = database;
  const { admin, cycleId } = await buildFinishedDistrict(database, UNITS);
  const now = new Date();
  const of = { districtId: admin.districtId, userId: admin.userId, sessionEpoch: 1, now };
  const [editor, director] = [await getActor(db, of), await findDirector(database, admin.districtId)];
  if (!editor || !director) throw new Error("the office has nobody");
  await writeTexts(db, editor, cycleId);
  const found = await withActor(db, editor, (tx) => getReportWork(tx, editor, cycleId, now));
  if (!found) throw new Error("the district has no report");
  const reportId = found.report.id;
  await finaliseReport(db, editor, { requestId: randomUUID(), reportId }, now);
  await publishReport(db, director, { requestId: randomUUID(), reportId }, now);
  const next = { requestId: randomUUID(), year: NEXT_YEAR, tablesDueAt: DUE, narrativeDueAt: DUE };
  await openCycle(db, admin, next, OPENED);
  return admin.districtId;
}
