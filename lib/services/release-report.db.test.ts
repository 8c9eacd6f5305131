import { describe } from "vitest";
import { type Db, withActor, withPublic, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { getPublicReport } from "@/db/queries/public-reports";
import { listReports, updateReport } from "@/db/queries/reports";
import {
  buildFinishedDistrict,
  buildWorkingDistrict,
  request,
  settleContradictions,
  TEST_DUE,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import {
  decideAdjustment,
  proposeAdjustment,
  revokeAdjustment,
  withdrawAdjustment,
} from "@/lib/services/adjust-roll-up";
import { beginErratum } from "@/lib/services/begin-erratum";
import { loadReport } from "@/lib/services/load-report";
import { openCycle } from "@/lib/services/open-cycle";
import { finaliseReport, publishReport, unlockReport } from "@/lib/services/release-report";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { saveReportText } from "@/lib/services/save-report-text";
import { verifyHistory } from "@/lib/services/verify-history";

async function load(db: Db, district: WorkingDistrict) {
  const editor = district.person("工委管委办公室统稿人");
  const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
  if (!work) throw new Error("no report");
  return { editor, director: district.person("工委管委办公室负责人"), work };
}

describe("releasing a report", () => {
  test("does not finalise what is incomplete", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const { editor, work } = await load(db, district);
    await expect(
      finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW),
    ).rejects.toMatchObject({
      code: "not_complete",
    });
  });

  test("does not finalise a text that contradicts the table, and does once it agrees", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const { editor, work } = await load(db, district);
    const wrong = work.findings.filter((finding) => finding.rule === "NARR-TABLE" && finding.severity === "error");
    expect(wrong.some((finding) => finding.actual === "14" && finding.expected === "17")).toBe(true);
    const finalise = () => finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW);
    await expect(finalise()).rejects.toMatchObject({ code: "errors_open" });

    await settleContradictions(db, district);
    await finalise();
    expect((await load(db, district)).work.report.state).toBe("final");
  });

  test("finalises a text with a character of no named font", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const { editor, work } = await load(db, district);
    const heading = work.outline.find((candidate) => candidate.key === "platform");
    const seen = work.texts.find((text) => text.headingKey === heading?.key)?.body ?? null;
    const of = { cycleId: district.cycleId, headingKey: "platform", seen };
    await saveReportText(db, editor, { ...request(), ...of, value: "政务新媒体很好😀。" }, TEST_NOW);
    await finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW);
    expect((await load(db, district)).work.report.state).toBe("final");
  });

  test("is published by a second person, seals the history and is there for everybody, unchanged for ever", async ({
    db,
  }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const { editor, director, work } = await load(db, district);
    const report = { reportId: work.report.id };
    await finaliseReport(db, editor, { ...request(), ...report }, TEST_NOW);

    const alone = { ...director, userId: editor.userId };
    await expect(publishReport(db, alone, { ...request(), ...report }, TEST_NOW)).rejects.toMatchObject({
      code: "second_person_needed",
    });
    expect(await withPublic(db, (tx) => getPublicReport(tx, { id: report.reportId }))).toBeNull();

    await publishReport(db, director, { ...request(), ...report }, TEST_NOW);
    const published = await withPublic(db, (tx) => getPublicReport(tx, { id: report.reportId }));
    expect(published?.document.figures["active.penalties.decisions"]).toBe("17");
    expect(published?.verificationCode).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/);
    const everything = { districtId: district.districtId, units: "all" as const };
    const verified = await withScope(db, { userId: null, scope: everything }, (tx) => verifyHistory(tx, everything));
    expect([verified.isIntact, verified.unsealed]).toEqual([true, 0]);

    const touch = withScope(db, { userId: null, scope: everything }, (tx) =>
      tx.transaction((inner) =>
        updateReport(inner, { districtId: district.districtId, id: report.reportId, set: { state: "draft" } }),
      ),
    );
    await expect(touch).rejects.toThrow();
  });

  test("is unlocked with a reason, and no approved section is reopened under a final report", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const { editor, work } = await load(db, district);
    await finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW);
    const { id, revision } = await district.desk("finance").find("requests");
    const reopen = () =>
      reopenSubmission(
        db,
        district.person("工委管委办公室审核人"),
        { ...request(), submissionId: id, expectedRevision: revision, reason: "漏了一件", dueAt: TEST_DUE },
        TEST_NOW,
      );
    await expect(reopen()).rejects.toMatchObject({ code: "report_final" });
    await unlockReport(db, editor, { ...request(), reportId: work.report.id, reason: "财政局要更正" }, TEST_NOW);
    await reopen();
    expect((await load(db, district)).work.rollUp.units.find((unit) => unit.name === "财政局")?.status).toBe("missing");
  });

  test("an adjustment counts when a second person has signed it, and blocks finalising until then", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const { editor, director, work } = await load(db, district);
    const cellKey = "active.penalties.decisions";
    const proposed = { ...request(), cycleId: district.cycleId, cellKey, amount: "-1", reason: "联合执法两家都报了" };
    await proposeAdjustment(db, editor, proposed, TEST_NOW);
    const open = (await load(db, district)).work;
    expect([open.rollUp.figures[cellKey], work.rollUp.figures[cellKey]]).toEqual(["17", "17"]);

    const adjustmentId = open.adjustments[0]?.id ?? "";
    const decide = (actor: typeof editor) =>
      decideAdjustment(db, actor, { ...request(), adjustmentId, decision: "signed" }, TEST_NOW);
    await expect(decide(editor)).rejects.toMatchObject({ code: "own_adjustment" });
    await decide(director);
    expect((await load(db, district)).work.rollUp.figures[cellKey]).toBe("16");
  });

  test("an adjustment's effect is seen: nothing impossible, nothing large without saying that it is meant", async ({
    db,
  }) => {
    const district = await buildFinishedDistrict(db);
    const { editor, director } = await load(db, district);
    const cellKey = "active.procurement.projects";
    const propose = (amount: string, confirmed?: boolean) =>
      proposeAdjustment(
        db,
        editor,
        {
          ...request(),
          cycleId: district.cycleId,
          cellKey,
          amount,
          reason: "重复",
          ...(confirmed === undefined ? {} : { confirmed }),
        },
        TEST_NOW,
      );
    await expect(propose("-9999", true)).rejects.toMatchObject({
      code: "adjustment_impossible",
      details: { before: "597", after: "-9402" },
    });
    await expect(propose("-500")).rejects.toMatchObject({ code: "adjustment_large" });
    await propose("-500", true);
    const adjustmentId = (await load(db, district)).work.adjustments[0]?.id ?? "";
    const sign = (confirmed: boolean) =>
      decideAdjustment(db, director, { ...request(), adjustmentId, decision: "signed", confirmed }, TEST_NOW);
    await expect(sign(false)).rejects.toMatchObject({ code: "adjustment_large" });
    await sign(true);
    expect((await load(db, district)).work.rollUp.figures[cellKey]).toBe("97");
  });

  test("an adjustment is withdrawn by who proposed it, revoked by a second person, and printed without accounts", async ({
    db,
  }) => {
    const district = await buildFinishedDistrict(db);
    const { editor, director } = await load(db, district);
    const cellKey = "active.penalties.decisions";
    const propose = async () => {
      const proposed = { ...request(), cycleId: district.cycleId, cellKey, amount: "-1", reason: "联合执法两家都报了" };
      await proposeAdjustment(db, editor, proposed, TEST_NOW);
      return (
        (await load(db, district)).work.adjustments.find((adjustment) => adjustment.state === "proposed")?.id ?? ""
      );
    };
    const stateOf = async (id: string) =>
      (await load(db, district)).work.adjustments.find((candidate) => candidate.id === id)?.state;
    const first = await propose();
    await withdrawAdjustment(db, editor, { ...request(), adjustmentId: first }, TEST_NOW);
    expect(await stateOf(first)).toBe("withdrawn");

    const second = await propose();
    await decideAdjustment(db, director, { ...request(), adjustmentId: second, decision: "signed" }, TEST_NOW);
    const { work } = await load(db, district);
    expect(work.document.adjustments).toEqual([{ cellKey, amount: "-1", reason: "联合执法两家都报了" }]);
    const revoke = (actor: typeof editor) =>
      revokeAdjustment(db, actor, { ...request(), adjustmentId: second, reason: "只有一家报了" }, TEST_NOW);
    await expect(revoke(editor)).rejects.toMatchObject({ code: "own_adjustment" });
    await revoke(director);
    expect([await stateOf(second), (await load(db, district)).work.rollUp.figures[cellKey]]).toEqual(["revoked", "17"]);
  });

  test("an erratum supersedes what was published and lists what differs", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const { editor, director, work } = await load(db, district);
    await finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW);
    await publishReport(db, director, { ...request(), reportId: work.report.id }, TEST_NOW);
    await beginErratum(db, director, { ...request(), reportId: work.report.id, reason: "漏报一件强制" }, TEST_NOW);

    const cellKey = "active.coercion.decisions";
    const proposed = { ...request(), cycleId: district.cycleId, cellKey, amount: "1", reason: "漏报一件" };
    await proposeAdjustment(db, editor, proposed, TEST_NOW);
    const begun = (await load(db, district)).work;
    await decideAdjustment(
      db,
      director,
      { ...request(), adjustmentId: begun.adjustments[0]?.id ?? "", decision: "signed" },
      TEST_NOW,
    );
    await finaliseReport(db, editor, { ...request(), reportId: begun.report.id }, TEST_NOW);
    await publishReport(db, director, { ...request(), reportId: begun.report.id }, TEST_NOW);

    const all = await withActor(db, director, (tx) => listReports(tx, { districtId: district.districtId }));
    expect(all.map((report) => [report.version, report.state])).toEqual([
      [2, "published"],
      [1, "superseded"],
    ]);
    const second = await withPublic(db, (tx) => getPublicReport(tx, { id: begun.report.id }));
    expect(second?.document.erratum).toMatchObject({
      supersedesVersion: 1,
      reason: "漏报一件强制",
      differences: [{ cellKey, before: "0", after: "1" }],
    });
  });

  test("the same material gives the same document", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const [first, second] = [await load(db, district), await load(db, district)];
    expect(JSON.stringify(first.work.document)).toBe(JSON.stringify(second.work.document));
  });

  test("the next year begins with what was carried out, tied to the published report", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const { editor, director, work } = await load(db, district);
    await finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW);
    await publishReport(db, director, { ...request(), reportId: work.report.id }, TEST_NOW);

    const admin = district.person("工委管委办公室管理员");
    const due = { tablesDueAt: new Date("2021-01-10T16:00:00Z"), narrativeDueAt: new Date("2021-01-17T16:00:00Z") };
    const opened = await openCycle(db, admin, { ...request(), year: 2020, ...due }, TEST_NOW);
    const again = openCycle(db, admin, { ...request(), year: 2020, ...due }, TEST_NOW);
    await expect(again).rejects.toMatchObject({ code: "year_taken" });

    const next = await loadReport(db, editor, { cycleId: opened.cycleId }, TEST_NOW);
    expect([next?.cycle.previousReportId, next?.previous?.year, next?.submissions.length]).toEqual([
      work.report.id,
      2019,
      work.submissions.length,
    ]);
    const carried = await district.desk("finance").load("requests");
    expect([carried.submission.year, carried.values["requests.carried_in.natural_person"]]).toEqual([2020, "0"]);
  });
});
