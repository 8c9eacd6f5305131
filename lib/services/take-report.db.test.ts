import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { type Db, withActor, withPublic, withScope } from "@/db/connect";
import { insertCorrectionRequest, listCorrectionRequests } from "@/db/queries/correction-requests";
import { listEvents } from "@/db/queries/events";
import { listChildGovernments } from "@/db/queries/governments";
import { getUntoldNoticeForUpdate, listUntoldNotices } from "@/db/queries/notices";
import { listUnits } from "@/db/queries/organisations";
import { getPublicReport } from "@/db/queries/public-reports";
import { listReports } from "@/db/queries/reports";
import { listSubmissions } from "@/db/queries/submission-entries";
import { buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import {
  approveAll,
  buildGovernmentBelow,
  buildTopGovernment,
  explainReport,
  openTestYear,
  publishTestReport,
  reportUnit,
  TEST_YEAR,
  type TestGovernment,
} from "@/db/testing/governments";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { PublishedVersion } from "@/lib/domain/child-report";
import type { GovernmentLevel } from "@/lib/domain/government-level";
import { traceFigure } from "@/lib/domain/trace-figure";
import { addGovernment } from "@/lib/services/add-government";
import { answerCorrection } from "@/lib/services/answer-correction";
import { beginErratum } from "@/lib/services/begin-erratum";
import { loadGovernments } from "@/lib/services/load-governments";
import { loadReport } from "@/lib/services/load-report";
import { loadRollUp } from "@/lib/services/load-roll-up";
import { finaliseReport } from "@/lib/services/release-report";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { takeReport } from "@/lib/services/take-report";
import { verifyHistory } from "@/lib/services/verify-history";

const OFFICE = "政府办公室";
const RECEIVED = "requests.received.natural_person";
const answered = (count: string) => ({ [RECEIVED]: count, "requests.granted.natural_person": count });

type Below = TestGovernment & { organisationId: string };

/** A district with one department, a township below it, and the year open in both. */
async function buildTwoLevels(db: Db): Promise<{ district: TestGovernment; township: Below }> {
  const top = await buildTopGovernment(db, "甲区", ["财政局"]);
  const below = await buildGovernmentBelow(db, top, { name: "乙镇", level: "township" });
  return { district: await openTestYear(db, top), township: await openTestYear(db, below) };
}

function take(db: Db, above: TestGovernment, below: Below, offer: PublishedVersion, actor: Actor = above.reviewer) {
  const { reportId, documentHash } = offer;
  const of = { cycleId: above.cycleId, organisationId: below.organisationId, reportId, documentHash };
  return takeReport(db, actor, { ...request(), ...of }, TEST_NOW);
}

/** State and newest version of each section that the government below has in the one above. */
async function standing(db: Db, above: TestGovernment, below: Below) {
  const { scope } = above.reviewer;
  const all = await withActor(db, above.reviewer, (tx) => listSubmissions(tx, { scope, cycleId: above.cycleId }));
  return all.filter(({ organisationId }) => organisationId === below.organisationId);
}

const stateOf = async (db: Db, above: TestGovernment, below: Below) =>
  Object.fromEntries(
    (await standing(db, above, below)).map(({ sectionId, state, latestVersion }) => [
      sectionId,
      [state, latestVersion],
    ]),
  );

/** The township corrects its published figure and publishes again. */
async function correct(db: Db, township: Below, count: string): Promise<PublishedVersion> {
  const { scope } = township.reviewer;
  const all = await withActor(db, township.reviewer, (tx) => listSubmissions(tx, { scope, cycleId: township.cycleId }));
  const requests = all.find(({ sectionId }) => sectionId === "requests");
  if (!requests) throw new Error("no section");
  const { id: submissionId, revision: expectedRevision } = requests;
  const reason = { reason: "漏了一件", dueAt: undefined };
  await reopenSubmission(db, township.reviewer, { ...request(), submissionId, expectedRevision, ...reason }, TEST_NOW);
  await reportUnit(db, township, OFFICE, answered(count));
  return publishTestReport(db, township);
}

/** Begins a correction of the newest report. */
async function erratum(db: Db, of: TestGovernment): Promise<void> {
  const [report] = await withActor(db, of.director, (tx) => listReports(tx, { districtId: of.districtId }));
  await beginErratum(db, of.director, { ...request(), reportId: report?.id ?? "", reason: "更正" }, TEST_NOW);
}

describe("taking a report over from the government below", () => {
  test("makes its figures what its unit submits, and the district's once they are approved", async ({ db }) => {
    const { district, township } = await buildTwoLevels(db);
    await reportUnit(db, district, "财政局", answered("4"));
    await reportUnit(db, township, OFFICE, answered("3"));
    const offer = await publishTestReport(db, township);
    expect(await take(db, district, township, offer)).toEqual({ sections: 3 });
    expect(await stateOf(db, district, township)).toEqual({
      active: ["submitted", 1],
      requests: ["submitted", 1],
      litigation: ["submitted", 1],
    });

    const totalOf = async () => {
      const work = await loadReport(db, district.editor, { cycleId: district.cycleId }, TEST_NOW);
      return work?.document.figures["requests.received.total"];
    };
    expect(await totalOf()).toBe("4");
    await approveAll(db, district);
    expect(await totalOf()).toBe("7");

    const traced = await loadRollUp(
      db,
      district.editor,
      { cycleId: district.cycleId, cellKey: RECEIVED, page: 1, isBalanced: true },
      TEST_NOW,
    );
    expect(traced?.balance?.differing).toEqual([]);
    expect(traced?.trace?.units.rows.map(({ value, report }) => [value, report?.id ?? null])).toEqual([
      ["4", null],
      ["3", offer.reportId],
    ]);
    const everything = { districtId: district.districtId, units: "all" as const };
    const verified = await withScope(db, { userId: null, scope: everything }, (tx) => verifyHistory(tx, everything));
    expect(verified.isIntact).toBe(true);
  });

  test("is refused to who does not review, twice, of a superseded version, and of another government's report", async ({
    db,
  }) => {
    const { district, township } = await buildTwoLevels(db);
    await reportUnit(db, township, OFFICE, answered("3"));
    const offer = await publishTestReport(db, township);
    await expect(take(db, district, township, offer, district.editor)).rejects.toMatchObject({ code: "not_permitted" });
    const strangers = await buildTwoLevels(db);
    await expect(take(db, strangers.district, strangers.township, offer)).rejects.toMatchObject({ code: "not_found" });
    const other = { ...offer, documentHash: "0".repeat(64) };
    await expect(take(db, district, township, other)).rejects.toMatchObject({ code: "changed_meanwhile" });
    const { reportId, documentHash } = offer;
    const unit = { cycleId: district.cycleId, organisationId: township.organisationId };
    const pressed = { ...request(), ...unit, reportId, documentHash };
    for (const _press of [1, 2]) {
      expect(await takeReport(db, district.reviewer, pressed, TEST_NOW)).toEqual({ sections: 3 });
    }
    expect((await stateOf(db, district, township)).requests).toEqual(["submitted", 1]);
    await expect(take(db, district, township, offer)).rejects.toMatchObject({ code: "report_taken" });
  });

  test("what is sent back arrives below as a request, is answered there, and comes again as an offer only", async ({
    db,
  }) => {
    const { district, township } = await buildTwoLevels(db);
    await reportUnit(db, township, OFFICE, answered("3"));
    await take(db, district, township, await publishTestReport(db, township));
    const sent = (await standing(db, district, township)).find(({ sectionId }) => sectionId === "requests");
    if (!sent) throw new Error("no section");
    const back = { submissionId: sent.id, expectedRevision: sent.revision, reason: "少报一件" };
    await returnSubmission(db, district.reviewer, { ...request(), ...back, dueAt: undefined }, TEST_NOW);
    await approveAll(db, district);

    const asked = await withActor(db, township.director, (tx) =>
      listCorrectionRequests(tx, { districtId: township.districtId, year: TEST_YEAR }),
    );
    expect(asked.map(({ sectionId, reason, parentName, answer }) => [sectionId, reason, parentName, answer])).toEqual([
      ["requests", "少报一件", district.name, null],
    ]);
    const told = (of: TestGovernment) =>
      withScope(db, { userId: null, scope: { districtId: of.districtId, units: "all" } }, async (tx) => {
        const ids = await listUntoldNotices(tx, { districtId: of.districtId });
        const found = [];
        for (const id of ids) found.push(await getUntoldNoticeForUpdate(tx, { districtId: of.districtId, id }));
        return found.map((notice) => notice?.kind);
      });
    expect(await told(township)).toContain("correction_asked");
    expect(await told(district)).toContain("report_offered");
    const [first] = asked;
    if (!first) throw new Error("nothing was asked");
    const answer = { ...request(), correctionId: first.id, answer: "corrects" as const, body: "少报一件" };
    await expect(answerCorrection(db, township.editor, answer, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    for (const stranger of [district.director, (await buildTwoLevels(db)).township.director]) {
      await expect(answerCorrection(db, stranger, answer, TEST_NOW)).rejects.toMatchObject({ code: "not_found" });
    }
    await answerCorrection(db, township.director, answer, TEST_NOW);
    await expect(answerCorrection(db, township.director, { ...answer, ...request() }, TEST_NOW)).rejects.toMatchObject({
      code: "wrong_state",
    });

    // A second part that comes back while the correction is in work begins no other.
    const active = (await standing(db, district, township)).find(({ sectionId }) => sectionId === "active");
    const reopened = { submissionId: active?.id ?? "", expectedRevision: active?.revision ?? 0, reason: "也请核对" };
    await reopenSubmission(db, district.reviewer, { ...request(), ...reopened, dueAt: undefined }, TEST_NOW);
    const [second] = await withActor(db, township.director, (tx) =>
      listCorrectionRequests(tx, { districtId: township.districtId, year: TEST_YEAR }),
    ).then((all) => all.filter(({ answer: given }) => given === null));
    const again = { ...answer, ...request(), correctionId: second?.id ?? "" };
    await answerCorrection(db, township.director, again, TEST_NOW);
    const versions = await withActor(db, township.director, (tx) =>
      listReports(tx, { districtId: township.districtId }),
    );
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, "draft"],
      [1, "published"],
    ]);

    const offer = await correct(db, township, "4");
    expect(offer.version).toBe(2);
    // Nothing happens above by itself.
    expect(await stateOf(db, district, township)).toEqual({
      active: ["returned", 1],
      requests: ["returned", 1],
      litigation: ["approved", 1],
    });
    expect(await take(db, district, township, offer)).toEqual({ sections: 2 });
    expect(await stateOf(db, district, township)).toEqual({
      active: ["submitted", 2],
      requests: ["submitted", 2],
      litigation: ["approved", 1],
    });
  });

  test("what was sent back and stays as it is can be taken over again, and then counts", async ({ db }) => {
    const { district, township } = await buildTwoLevels(db);
    await reportUnit(db, township, OFFICE, answered("3"));
    const offer = await publishTestReport(db, township);
    await take(db, district, township, offer);
    const sent = (await standing(db, district, township)).find(({ sectionId }) => sectionId === "requests");
    const back = { submissionId: sent?.id ?? "", expectedRevision: sent?.revision ?? 0, reason: "少报一件" };
    await returnSubmission(db, district.reviewer, { ...request(), ...back, dueAt: undefined }, TEST_NOW);
    await approveAll(db, district);
    const [asked] = await withActor(db, township.director, (tx) =>
      listCorrectionRequests(tx, { districtId: township.districtId, year: TEST_YEAR }),
    );
    const stays = { ...request(), correctionId: asked?.id ?? "", answer: "stays" as const, body: "已经核对，没有少报" };
    await answerCorrection(db, township.director, stays, TEST_NOW);
    const reports = await withActor(db, township.director, (tx) =>
      listReports(tx, { districtId: township.districtId }),
    );
    expect(reports).toHaveLength(1);

    const input = { chosenCycleId: district.cycleId, organisationId: township.organisationId };
    const found = await loadGovernments(db, district.reviewer, input, TEST_NOW);
    expect(found?.chosen).toMatchObject({
      state: "taken",
      offer: { changes: [] },
      asked: [{ answer: "stays", answerText: "已经核对，没有少报" }],
    });
    expect(await take(db, district, township, offer)).toEqual({ sections: 1 });
    await approveAll(db, district);
    const work = await loadReport(db, district.editor, { cycleId: district.cycleId }, TEST_NOW);
    expect(work?.document.figures["requests.received.total"]).toBe("3");
    expect((await loadGovernments(db, district.reviewer, input, TEST_NOW))?.chosen?.offer).toBeNull();
  });

  test("is refused while the report above is fixed; a correction begun there takes the change in", async ({ db }) => {
    const { district, township } = await buildTwoLevels(db);
    for (const unit of [OFFICE, "财政局"]) await reportUnit(db, district, unit, answered("1"));
    await reportUnit(db, township, OFFICE, answered("3"));
    await take(db, district, township, await publishTestReport(db, township));
    await approveAll(db, district);
    await publishTestReport(db, district);

    await erratum(db, township);
    const offer = await correct(db, township, "5");
    await expect(take(db, district, township, offer)).rejects.toMatchObject({ code: "report_published" });
    await erratum(db, district);
    expect(await take(db, district, township, offer)).toEqual({ sections: 1 });
    await approveAll(db, district);
    const again = await publishTestReport(db, district);
    expect(again.version).toBe(2);
  });
});

describe("three levels", () => {
  test("add up exactly, and every figure leads down level by level to who filled it in", async ({ db }) => {
    const top = await buildTopGovernment(db, "丙市", ["财政局"]);
    const middle = await buildGovernmentBelow(db, top, { name: "甲区", level: "district" });
    const lower = [
      await buildGovernmentBelow(db, middle, { name: "乙镇", level: "township" }),
      await buildGovernmentBelow(db, middle, { name: "丁镇", level: "township" }),
    ];
    const city = await openTestYear(db, top);
    const district = await openTestYear(db, middle);
    const townships = [];
    for (const township of lower) townships.push(await openTestYear(db, township));

    for (const [index, township] of townships.entries()) {
      await reportUnit(db, township, OFFICE, answered(String(index + 2)));
      await take(db, district, township, await publishTestReport(db, township));
    }
    await reportUnit(db, district, OFFICE, answered("10"));
    await take(db, city, district, await publishTestReport(db, district));
    await reportUnit(db, city, OFFICE, answered("100"));
    await reportUnit(db, city, "财政局", answered("1000"));
    const published = await publishTestReport(db, city);

    const trace = async (reportId: string) => {
      const report = await withPublic(db, (tx) => getPublicReport(tx, { id: reportId }));
      const found = report && traceFigure(report.document, RECEIVED);
      if (!found) throw new Error("no such figure");
      return found;
    };
    const ofCity = await trace(published.reportId);
    expect([ofCity.value, ofCity.units.map(({ value }) => value)]).toEqual(["1115", ["1000", "100", "15"]]);
    const ofDistrict = await trace(ofCity.units.find(({ report }) => report)?.report?.id ?? "");
    expect([ofDistrict.value, ofDistrict.units.map(({ value }) => value)]).toEqual(["15", ["10", "3", "2"]]);
    const below = ofDistrict.units.flatMap(({ report }) => (report ? [report.id] : []));
    expect(below).toHaveLength(2);
    const ofTownship = await trace(below[0] ?? "");
    expect(ofTownship.units.map(({ unit, value, report }) => [unit, value, report])).toEqual([
      [OFFICE, "3", undefined],
    ]);
  });
});

describe("a government below", () => {
  test("is set up by an administrator, on a lower level, under a name that is free, and nobody fills in for it", async ({
    db,
  }) => {
    const top = await buildTopGovernment(db, "丙市", ["财政局"]);
    const of = { ...request(), officeName: "办公室", adminName: "王芳" };
    const add = (by: Actor, name: string, level: GovernmentLevel, adminAccount = `王芳-${name}`) =>
      addGovernment(db, by, { ...of, ...request(), name, level, adminAccount }, TEST_NOW);
    await expect(add(top.reviewer, "甲区", "district")).rejects.toMatchObject({ code: "not_permitted" });
    await expect(add(top.admin, "财 政局", "district")).rejects.toMatchObject({ code: "name_taken" });
    await expect(add(top.admin, "甲区", "district", top.admin.account)).rejects.toMatchObject({
      code: "account_taken",
    });

    const township = await buildGovernmentBelow(db, top, { name: "乙镇", level: "township" });
    const { scope } = township.admin;
    const begun = await withActor(db, township.admin, (tx) =>
      listEvents(tx, { scope, filter: { types: ["district_set_up"] }, limit: 1 }),
    );
    expect(begun[0]).toMatchObject({ actorId: null, event: { data: { by: `${top.name} ${top.admin.name}` } } });
    expect(township.code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
    await expect(add(township.admin, "丁村", "township")).rejects.toMatchObject({ code: "level_too_high" });
    const clerk = { name: "李明", organisationId: township.organisationId, role: "submitter" as const };
    await expect(buildPerson(db, top.admin, clerk)).rejects.toMatchObject({ code: "nobody_fills_in" });
  });

  test("is not set up by halves: what fails in it leaves nothing above either", async ({ committed: db }) => {
    const top = await buildTopGovernment(db, "丙市");
    const input = { name: "甲区", level: "district" as const, officeName: "办公室", adminName: "王芳" };
    const add = addGovernment(db, top.admin, { ...request(), ...input, adminAccount: top.admin.account }, TEST_NOW);
    await expect(add).rejects.toMatchObject({ code: "account_taken" });
    const { districtId } = top;
    const left = await withActor(db, top.admin, (tx) =>
      Promise.all([listChildGovernments(tx, { districtId }), listUnits(tx, { districtId })]),
    );
    expect([left[0].length, left[1].map(({ kind }) => kind)]).toEqual([0, ["office"]]);
  });
});

describe("two acts at once", () => {
  test("a correction taken over against the report made final: one wins, and the other is told", async ({
    committed: db,
  }) => {
    const { district, township } = await buildTwoLevels(db);
    for (const unit of [OFFICE, "财政局"]) await reportUnit(db, district, unit, answered("1"));
    await reportUnit(db, township, OFFICE, answered("3"));
    await take(db, district, township, await publishTestReport(db, township));
    await approveAll(db, district);
    const work = await explainReport(db, district);
    await erratum(db, township);
    const offer = await correct(db, township, "5");

    const outcomes = await Promise.allSettled([
      take(db, district, township, offer),
      finaliseReport(db, district.editor, { ...request(), reportId: work.report.id }, TEST_NOW),
    ]);
    const codes = outcomes.map((outcome) => (outcome.status === "fulfilled" ? "done" : outcome.reason.code));
    expect([
      ["done", "not_complete"],
      ["report_final", "done"],
    ]).toContainEqual(codes);
  });
});

describe("two levels", () => {
  test("see nothing of each other but what is published and what was asked", async ({ db }) => {
    const { district, township } = await buildTwoLevels(db);
    await reportUnit(db, township, OFFICE, answered("3"));
    await reportUnit(db, district, "财政局", answered("4"));
    const seen = (by: Actor, of: TestGovernment) =>
      withActor(db, by, async (tx) => [
        (await listReports(tx, { districtId: of.districtId })).length,
        (await listSubmissions(tx, { scope: { districtId: of.districtId, units: "all" }, cycleId: of.cycleId })).length,
      ]);
    expect(await seen(district.reviewer, township)).toEqual([0, 0]);
    expect(await seen(township.reviewer, district)).toEqual([0, 0]);
    const asked = (by: Actor) =>
      withActor(db, by, (tx) => listCorrectionRequests(tx, { districtId: township.districtId, year: TEST_YEAR }));
    expect(await asked(township.reviewer)).toEqual([]);
    const { reportId } = await publishTestReport(db, township);
    expect(await seen(district.reviewer, township)).toEqual([1, 0]);

    // Another government may not ask for anything, whatever its service forgets.
    const row = {
      ...{ districtId: township.districtId, reportId, year: TEST_YEAR, sectionId: "requests" as const, cells: [] },
      ...{ reason: "更正", parentName: "别的区", askedByName: "别人", askedAt: TEST_NOW },
    };
    const ask = ({ reviewer }: TestGovernment) =>
      withActor(db, reviewer, (tx) =>
        tx.transaction((inner) =>
          insertCorrectionRequest(inner, { ...row, id: randomUUID(), parentDistrictId: reviewer.districtId }),
        ),
      );
    await expect(ask((await buildTwoLevels(db)).district)).rejects.toThrow();
    await ask(district);
  });
});
