import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { insertReport } from "@/db/queries/reports";
import { buildFinishedDistrict, request, settleContradictions, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { readVerificationMark } from "@/lib/domain/verification-code";
import { beginErratum } from "@/lib/services/begin-erratum";
import {
  loadPublicFigure,
  loadPublicReport,
  loadPublicReports,
  verifyPublicReport,
} from "@/lib/services/load-public-reports";
import { loadReport } from "@/lib/services/load-report";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { saveReportText } from "@/lib/services/save-report-text";

/** Finalises and publishes what the district works on, and gives the id of its report. */
async function release(db: Db, district: WorkingDistrict): Promise<string> {
  const editor = district.person("工委管委办公室统稿人");
  const director = district.person("工委管委办公室负责人");
  const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
  const reportId = work?.report.id ?? "";
  await finaliseReport(db, editor, { ...request(), reportId }, TEST_NOW);
  await publishReport(db, director, { ...request(), reportId }, TEST_NOW);
  return reportId;
}

describe("reading published reports", () => {
  test("shows a report to everybody once it is published, with its figures in the list, found by name and year", async ({
    db,
  }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const find = () => loadPublicReports(db, {}, TEST_NOW);
    const isListed = async () =>
      (await find()).districts.find((candidate) => candidate.districtId === district.districtId);
    expect(await isListed()).toBeUndefined();

    const id = await release(db, district);

    expect((await isListed())?.reports.map(({ year, received, concluded }) => [year, received, concluded])).toEqual([
      [2019, "11", "11"],
    ]);
    const report = await loadPublicReport(db, { reportId: id }, TEST_NOW);
    expect(report).toMatchObject({ isIntact: true, successor: null });
    const figure = await loadPublicFigure(db, { reportId: id, cellKey: "active.penalties.decisions" }, TEST_NOW);
    expect(figure?.history).toEqual([{ id, year: 2019, value: "17" }]);

    const count = async (wanted: { districtName?: string; year?: number }) => {
      const { districts } = await loadPublicReports(db, wanted, TEST_NOW);
      return districts.filter((candidate) => candidate.districtId === district.districtId).length;
    };
    expect(await count({ districtName: "前湾" })).toBe(1);
    expect(await count({ districtName: "前湾", year: 2019 })).toBe(1);
    expect(await count({ year: 2018 })).toBe(0);
    expect(await count({ districtName: "%" })).toBe(0);
  });

  test("leads from a corrected version to the one that counts, in the list and by its code", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const first = await release(db, district);
    const director = district.person("工委管委办公室负责人");
    await beginErratum(db, director, { ...request(), reportId: first, reason: "文字有误" }, TEST_NOW);
    const editor = district.person("工委管委办公室统稿人");
    const text = { ...request(), cycleId: district.cycleId, headingKey: "platform", value: "政务新媒体改版。" };
    const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
    const seen = work?.texts.find((candidate) => candidate.headingKey === "platform")?.body ?? null;
    await saveReportText(db, editor, { ...text, seen }, TEST_NOW);
    const second = await release(db, district);

    const figureOf = (reportId: string) =>
      loadPublicFigure(db, { reportId, cellKey: "active.penalties.decisions" }, TEST_NOW);
    expect((await figureOf(first))?.successor).toMatchObject({ id: second, version: 2 });
    expect((await figureOf(second))?.successor).toBeNull();

    const old = await loadPublicReport(db, { reportId: first }, TEST_NOW);
    expect(old).toMatchObject({ isIntact: true, successor: { id: second, version: 2 } });
    const { districts } = await loadPublicReports(db, {}, TEST_NOW);
    const own = districts.find((candidate) => candidate.districtId === district.districtId);
    expect(own?.reports.map((report) => report.id)).toEqual([second]);

    const code = old?.entry.verificationCode ?? "";
    const verified = await verifyPublicReport(db, { code, hash: null }, TEST_NOW);
    expect(verified).toMatchObject({ entry: { id: first }, successor: { id: second } });
    expect(await verifyPublicReport(db, { code: "0000 0000 0000 0000", hash: null }, TEST_NOW)).toBeNull();
    const hash = old?.entry.documentHash ?? "";
    const mark = readVerificationMark(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(mark && (await verifyPublicReport(db, mark, TEST_NOW))).toMatchObject({
      entry: { id: first },
    });
    const other = readVerificationMark(`${hash.slice(0, 63)}${hash.endsWith("0") ? "1" : "0"}`);
    expect(other && (await verifyPublicReport(db, other, TEST_NOW))).toBeNull();
  });

  test("says when a document is not what was sealed", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const id = await release(db, district);
    const genuine = await loadPublicReport(db, { reportId: id }, TEST_NOW);
    if (!genuine) throw new Error("no report");

    const forged = randomUUID();
    const { districtId } = district;
    const { documentHash, verificationCode, publishedAt } = genuine.entry;
    await withActor(db, district.person("工委管委办公室管理员"), (tx) =>
      insertReport(tx, {
        districtId,
        id: forged,
        cycleId: null,
        year: 2018,
        version: 1,
        state: "published",
        origin: "imported",
        title: genuine.entry.title,
        districtName: genuine.entry.districtName,
        document: {
          ...genuine.document,
          figures: { ...genuine.document.figures, "active.penalties.decisions": "18" },
        },
        ...(documentHash ? { documentHash } : {}),
        ...(verificationCode ? { verificationCode } : {}),
        ...(publishedAt ? { publishedAt } : {}),
      }),
    );
    expect((await loadPublicReport(db, { reportId: forged }, TEST_NOW))?.isIntact).toBe(false);
  });
});
