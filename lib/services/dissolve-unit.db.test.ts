import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listEvents } from "@/db/queries/events";
import { listUnits } from "@/db/queries/organisations";
import { buildDistrict, buildFinishedDistrict, buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { DissolveUnitInput } from "@/lib/domain/inputs/unit";
import type { ReportWork } from "@/lib/domain/report-work";
import { dissolveUnit, restoreUnit } from "@/lib/services/dissolve-unit";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { loadOverviewExport } from "@/lib/services/load-overview";
import { getReportWork } from "@/lib/services/report-work";
import { submitSection } from "@/lib/services/submit-section";

const NOW = new Date("2020-01-20T09:00:00+08:00");
const CELL = "requests.received.natural";

async function reportOf(db: Db, district: WorkingDistrict): Promise<ReportWork> {
  const editor = district.person("工委管委办公室统稿人");
  const work = await withActor(db, editor, (tx) => getReportWork(tx, editor, district.cycleId, NOW));
  if (!work) throw new Error("the district has no report");
  return work;
}

async function dissolve(
  db: Db,
  district: WorkingDistrict,
  name: string,
  handedIn: DissolveUnitInput["handedIn"],
): Promise<string> {
  const admin = district.person("工委管委办公室管理员");
  const units = await withActor(db, admin, (tx) => listUnits(tx, { districtId: district.districtId }));
  const organisationId = units.find((unit) => unit.name === name)?.id ?? "";
  await dissolveUnit(db, admin, { ...request(), organisationId, on: "2019-12-31", reason: "机构改革", handedIn }, NOW);
  return organisationId;
}

const unitOf = (work: ReportWork, name: string) => work.document.units.find((unit) => unit.name === name);

describe("a unit that is dissolved in the midst of a year", () => {
  test("stays with what it handed in, and the report's list of units says so", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const before = await reportOf(db, district);
    await dissolve(db, district, "行政审批服务局", "counted");
    const after = await reportOf(db, district);

    expect(after.document.figures).toEqual(before.document.figures);
    expect(unitOf(after, "行政审批服务局")).toEqual({
      ...unitOf(before, "行政审批服务局"),
      reason: "2019年12月31日撤销：机构改革；撤销前报送的内容计入本报告",
    });
    const admin = district.person("工委管委办公室管理员");
    const [event] = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["unit_dissolved"] }, limit: 1 }),
    );
    expect(event?.event.data).toEqual({
      name: "行政审批服务局",
      on: "2019-12-31",
      reason: "机构改革",
      isCounted: true,
    });
  });

  test("leaves the sums, the text and the sources when the office so decides", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const before = await reportOf(db, district);
    const organisationId = await dissolve(db, district, "行政审批服务局", "left_out");
    const after = await reportOf(db, district);

    const given = before.versions
      .filter((version) => version.organisationId === organisationId)
      .flatMap((version) => Object.entries(version.content.figures))
      .find(([key, value]) => key in before.rollUp.figures && value !== null && value !== "0");
    const [cellKey = CELL, value = "0"] = given ?? [];
    expect(Number(after.rollUp.figures[cellKey])).toBe(Number(before.rollUp.figures[cellKey]) - Number(value));
    expect(after.versions.some((version) => version.organisationId === organisationId)).toBe(false);
    expect(unitOf(after, "行政审批服务局")).toMatchObject({
      status: "exempt",
      reason: "2019年12月31日撤销：机构改革；撤销前报送的内容不计入本报告",
    });
  });

  test("is asked for nothing more, neither missing nor late", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const open = (await reportOf(db, district)).units.find(
      (unit) =>
        !unit.isOffice &&
        unit.sections.some((section) => section.state === "approved") &&
        unit.sections.some((section) => section.state === "draft" || section.state === "not_started") &&
        unit.sections.every((section) => section.state !== "submitted"),
    );
    if (!open) throw new Error("no unit of the demonstration is half done");
    const organisationId = await dissolve(db, district, open.name, "counted");

    const work = await reportOf(db, district);
    expect(unitOf(work, open.name)?.status).not.toBe("missing");
    const admin = district.person("工委管委办公室管理员");
    const overview = await loadOverviewExport(db, admin, { chosenCycleId: work.cycle.id }, NOW);
    const row = overview?.rows.find(({ unit }) => unit.organisationId === organisationId);
    expect(Object.values(row?.cells ?? {}).every((cell) => cell.state === "approved")).toBe(true);

    const left = work.submissions.find((entry) => entry.organisationId === organisationId && entry.state === "draft");
    if (left) {
      const clerk = district.person(`${open.name}填报人`);
      const input = { ...request(), submissionId: left.id, expectedRevision: left.revision };
      await expect(submitSection(db, clerk, input, NOW)).rejects.toMatchObject({ code: "unit_exempt" });
    }
    const exempt = { ...request(), cycleId: district.cycleId, organisationId, reason: "" };
    await expect(exemptUnit(db, admin, exempt, NOW)).rejects.toMatchObject({ code: "unit_dissolved" });
  });

  test("comes back as it was when the dissolution was a mistake", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const before = await reportOf(db, district);
    const organisationId = await dissolve(db, district, "行政审批服务局", "left_out");
    const admin = district.person("工委管委办公室管理员");
    await restoreUnit(db, admin, { ...request(), organisationId }, NOW);
    expect((await reportOf(db, district)).document).toEqual(before.document);
    await expect(restoreUnit(db, admin, { ...request(), organisationId }, NOW)).rejects.toMatchObject({
      code: "wrong_state",
    });
  });

  test("is told on a day that has come, and never the office itself", async ({ db }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db);
    const input = {
      organisationId: unitIds.财政局 ?? "",
      on: "2020-01-07",
      reason: "合并",
      handedIn: "counted",
    } as const;
    await expect(dissolveUnit(db, admin, { ...input, ...request() }, TEST_NOW)).rejects.toMatchObject({
      code: "day_not_come",
    });
    const office = { ...input, ...request(), organisationId: officeId, on: "2020-01-06" };
    await expect(dissolveUnit(db, admin, office, TEST_NOW)).rejects.toMatchObject({ code: "office_stays" });
    await dissolveUnit(db, admin, { ...input, ...request(), on: "2020-01-06" }, TEST_NOW);
    const units = await withActor(db, admin, (tx) => listUnits(tx, { districtId: admin.districtId }));
    expect(units.find((unit) => unit.name === "财政局")).toMatchObject({ isActive: false, dissolvedOn: "2020-01-06" });
  });
});
