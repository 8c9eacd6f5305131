import { describe } from "vitest";
import { type Db, withActor, withPublic } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/working-district";
import { getPublicReport, listReports } from "@/db/queries/reports";
import { buildFinishedDistrict, request, settleContradictions, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { listBlockers } from "@/lib/domain/finalise";
import { decideAdjustment, proposeAdjustment } from "@/lib/services/adjust-roll-up";
import { closeCycle } from "@/lib/services/change-cycle";
import { beginErratum, callOffErratum } from "@/lib/services/correct-report";
import { loadReport } from "@/lib/services/load-report";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { reopenSubmission } from "@/lib/services/reopen-submission";

const CELL = "active.coercion.decisions";

/** A district whose report is published, with what one does to it. */
async function buildPublished(db: Db) {
  const district = await buildFinishedDistrict(db);
  await settleContradictions(db, district);
  const editor = district.person("工委管委办公室统稿人");
  const director = district.person("工委管委办公室负责人");
  const load = async () => {
    const work = await withActor(db, editor, (tx) => loadReport(tx, editor, district.cycleId, TEST_NOW));
    if (!work) throw new Error("no report");
    return work;
  };
  const first = (await load()).report.id;
  await finaliseReport(db, editor, { ...request(), reportId: first }, TEST_NOW);
  await publishReport(db, director, { ...request(), reportId: first }, TEST_NOW);
  const begin = async (reason = "漏报一件强制") => {
    await beginErratum(db, director, { ...request(), reportId: first, reason }, TEST_NOW);
    return (await load()).report;
  };
  const callOff = (reportId: string) =>
    callOffErratum(db, director, { ...request(), reportId, reason: "原数无误" }, TEST_NOW);
  return { district, editor, director, first, load, begin, callOff };
}

async function reopen(db: Db, district: WorkingDistrict): Promise<void> {
  const { id, revision } = await district.desk("finance").find("requests");
  const input = { ...request(), submissionId: id, expectedRevision: revision, reason: "漏了一件", dueAt: TEST_DUE };
  await reopenSubmission(db, district.person("工委管委办公室审核人"), input, TEST_NOW);
}

describe("correcting a published report", () => {
  test("an approved section is reopened once a correction is begun, and not before", async ({ db }) => {
    const { district, load, begin } = await buildPublished(db);
    await expect(reopen(db, district)).rejects.toMatchObject({ code: "report_published" });
    expect((await load()).rollUp.units.every((unit) => unit.status !== "missing")).toBe(true);

    await begin();
    await reopen(db, district);
    expect((await load()).rollUp.units.find((unit) => unit.name === "财政局")?.status).toBe("missing");
  });

  test("a correction that changes nothing cannot be finalised", async ({ db }) => {
    const { editor, director, district, load, begin } = await buildPublished(db);
    const { id } = await begin();
    expect(listBlockers(await load())).toEqual([{ kind: "nothing_corrected" }]);
    const finalise = () => finaliseReport(db, editor, { ...request(), reportId: id }, TEST_NOW);
    await expect(finalise()).rejects.toMatchObject({ code: "nothing_corrected" });

    const proposed = { ...request(), cycleId: district.cycleId, cellKey: CELL, amount: "1", reason: "漏报一件" };
    await proposeAdjustment(db, editor, proposed, TEST_NOW);
    const adjustmentId = (await load()).adjustments[0]?.id ?? "";
    await decideAdjustment(db, director, { ...request(), adjustmentId, decision: "signed" }, TEST_NOW);
    await finalise();
    expect((await load()).report.state).toBe("final");
  });

  test("is called off, what was reopened for it stands as before, and the year can be closed", async ({ db }) => {
    const { district, editor, first, load, begin, callOff } = await buildPublished(db);
    const before = await district.desk("finance").find("requests");
    const { id } = await begin();
    await reopen(db, district);
    const close = () =>
      closeCycle(db, district.person("工委管委办公室管理员"), { ...request(), cycleId: district.cycleId }, TEST_NOW);
    await expect(close()).rejects.toMatchObject({ code: "report_unpublished" });
    await expect(
      callOffErratum(db, editor, { ...request(), reportId: id, reason: "原数无误" }, TEST_NOW),
    ).rejects.toMatchObject({ code: "not_permitted" });

    await callOff(id);
    const work = await load();
    expect([work.report.id, work.report.state, work.superseded]).toEqual([first, "published", null]);
    expect(work.rollUp.units.every((unit) => unit.status !== "missing")).toBe(true);
    const after = await district.desk("finance").find("requests");
    expect([after.state, after.approvedByName]).toEqual(["approved", before.approvedByName]);
    await close();
  });

  test("is begun again under the same number", async ({ db }) => {
    const { district, director, begin, callOff } = await buildPublished(db);
    const { id } = await begin();
    await callOff(id);
    expect(await withPublic(db, (tx) => getPublicReport(tx, { id }))).toBeNull();
    const again = await begin("另有一件");
    expect([again.id, again.version, again.erratumReason]).toEqual([id, 2, "另有一件"]);
    const all = await withActor(db, director, (tx) => listReports(tx, { districtId: district.districtId }));
    expect(all.map((report) => [report.version, report.state])).toEqual([
      [2, "draft"],
      [1, "published"],
    ]);
  });

  test("is not called off while figures differ from the report that would stand", async ({ db }) => {
    const { district, editor, director, load, begin, callOff } = await buildPublished(db);
    const { id } = await begin();
    const proposed = { ...request(), cycleId: district.cycleId, cellKey: CELL, amount: "1", reason: "漏报一件" };
    await proposeAdjustment(db, editor, proposed, TEST_NOW);
    await expect(callOff(id)).rejects.toMatchObject({ code: "correction_adjustments_open" });
    const adjustmentId = (await load()).adjustments[0]?.id ?? "";
    await decideAdjustment(db, director, { ...request(), adjustmentId, decision: "signed" }, TEST_NOW);
    await expect(callOff(id)).rejects.toMatchObject({ code: "correction_has_changes", details: { count: 1 } });
  });

  test("a year's first report is not called off", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const director = district.person("工委管委办公室负责人");
    const work = await withActor(db, director, (tx) => loadReport(tx, director, district.cycleId, TEST_NOW));
    const input = { ...request(), reportId: work?.report.id ?? "", reason: "原数无误" };
    await expect(callOffErratum(db, director, input, TEST_NOW)).rejects.toMatchObject({ code: "wrong_state" });
  });
});
