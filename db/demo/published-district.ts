import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "@/db/connect";
import { DEMONSTRATION_REPORTS } from "@/db/demo/district";
import { addDemonstrationPeople } from "@/db/demo/people";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { importPublishedReport } from "@/lib/services/import-published-report";
import { createDistrict } from "@/lib/services/set-up";

const DAY = 86_400_000;
const SECOND_DISTRICT = { name: "平潭综合实验区", office: "平潭综合实验区办公室", years: [2019, 2020, 2021] };

/** A second district, so that the public pages and comparisons over years have real history. */
export async function loadPublishedDistrict(db: Db, params: { now: Date; passwordHash: string }): Promise<void> {
  const { name, office, years } = SECOND_DISTRICT;
  const { districtId, userId } = await createDistrict(
    db,
    {
      districtName: name,
      officeName: office,
      units: ["行政审批局", "综合执法局"],
      adminName: "系统初装平潭",
      adminAccount: "系统初装平潭",
      password: randomUUID(),
    },
    new Date(params.now.getTime() - 30 * DAY),
  );
  const actors = await addDemonstrationPeople(db, {
    districtId,
    districtName: name,
    admin: { userId, name: "系统初装平潭" },
    passwordHash: params.passwordHash,
    people: [
      { unitName: office, role: "admin", title: "管理员" },
      { unitName: office, role: "reviewer", title: "审核人" },
      { unitName: office, role: "auditor", title: "审计员" },
      { unitName: "行政审批局", role: "submitter", title: "填报人（平潭）" },
      { unitName: "综合执法局", role: "submitter", title: "填报人（平潭）" },
    ],
    now: new Date(params.now.getTime() - 30 * DAY),
  });
  const admin = actors.get(`${office}管理员`);
  if (!admin) throw new Error("the second district has no administrator");
  for (const year of years) {
    const file = join(DEMONSTRATION_REPORTS, `pingtan-${year}.json`);
    const report = InterchangeReportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    await importPublishedReport(
      db,
      admin,
      { requestId: randomUUID(), report, publishedAt: publicationDate(report.source, year) },
      new Date(params.now.getTime() - 29 * DAY),
    );
  }
}

/** Government addresses carry the day of publication: `…/202001/t20200120_80576.htm`. */
function publicationDate(source: string | undefined, year: number): Date {
  const day = source?.match(/t(\d{4})(\d{2})(\d{2})_/);
  return new Date(day ? `${day[1]}-${day[2]}-${day[3]}T09:00:00+08:00` : `${year + 1}-01-31T09:00:00+08:00`);
}
