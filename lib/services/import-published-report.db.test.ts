import { readFileSync } from "node:fs";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { getPublishedReport, listReports } from "@/db/queries/reports";
import { buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { importPublishedReport } from "@/lib/services/import-published-report";
import { readPastReport } from "@/lib/services/read-past-report";

const FILE = { bytes: readFileSync("db/demo/reports/qianwan-2019.txt"), fileName: "2019.txt" };
const publishedAt = new Date("2020-01-20T09:00:00+08:00");

describe("a report that was published before", () => {
  test("is read, looked at and taken over as it is, once", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const read = await readPastReport(db, admin, { document: FILE }, TEST_NOW);
    if (!read.ok) throw new Error(read.problem);
    expect(read.findings.map((finding) => finding.rule)).toContain("BLANK");

    const input = { ...request(), report: read.report, publishedAt };
    await importPublishedReport(db, admin, input, TEST_NOW);
    const reports = await withActor(db, admin, (tx) => listReports(tx, { districtId: admin.districtId }));
    expect(reports).toMatchObject([{ year: 2019, state: "published", origin: "imported", publishedAt }]);

    await expect(
      importPublishedReport(db, admin, { ...request(), report: read.report, publishedAt }, TEST_NOW),
    ).rejects.toMatchObject({ code: "year_taken" });
  });

  test("is refused while it is a draft, and brings nobody of another district along", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const read = await readPastReport(db, admin, { document: FILE }, TEST_NOW);
    if (!read.ok) throw new Error(read.problem);
    const report = { ...read.report, state: "draft" as const };
    await expect(
      importPublishedReport(db, admin, { ...request(), report, publishedAt }, TEST_NOW),
    ).rejects.toMatchObject({ code: "report_is_draft" });

    const notes = ["别处的说明。"];
    await importPublishedReport(db, admin, { ...request(), report: { ...read.report, notes }, publishedAt }, TEST_NOW);
    const found = await withActor(db, admin, (tx) =>
      getPublishedReport(tx, { districtId: admin.districtId, year: read.report.year }),
    );
    expect(found?.document).toMatchObject({ notes: [], units: [], version: 1, date: "2020-01-20" });
  });

  test("is neither read nor taken over by somebody who does not manage the years", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const clerk = await buildPerson(db, admin, {
      name: "填报人",
      organisationId: unitIds.财政局 ?? "",
      role: "submitter",
    });
    await expect(readPastReport(db, clerk, { document: FILE }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});
