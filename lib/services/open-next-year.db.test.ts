import { describe } from "vitest";
import { type Db, withActor, withScope } from "@/db/connect";
import { ALL_HOLD } from "@/db/demo/head-answers";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { listEvents } from "@/db/queries/events";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { OpenCycleInput } from "@/lib/domain/inputs/cycle";
import { approveSubmission } from "@/lib/services/approve-submission";
import { changeCycleDates } from "@/lib/services/change-cycle";
import { dissolveUnit } from "@/lib/services/dissolve-unit";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { extendDueDate } from "@/lib/services/extend-due-date";
import { loadNextYear } from "@/lib/services/load-next-year";
import { openCycle } from "@/lib/services/open-cycle";
import { signSubmission } from "@/lib/services/sign-submission";
import { verifyHistory } from "@/lib/services/verify-history";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";

const CARRIED_OUT = "requests.carried_out.natural_person";
const CARRIED_IN = "requests.carried_in.natural_person";
const DATES = { tablesDueAt: new Date("2021-01-10T16:00:00Z"), narrativeDueAt: new Date("2021-01-17T16:00:00Z") };
const LATER = new Date("2020-02-20T09:00:00+08:00");

const adminOf = (district: WorkingDistrict): Actor => district.person("工委管委办公室管理员");

async function unitIds(db: Db, district: WorkingDistrict): Promise<(name: string) => string> {
  const admin = adminOf(district);
  const units = await withActor(db, admin, (tx) => listUnits(tx, { districtId: admin.districtId }));
  return (name) => units.find((unit) => unit.name === name)?.id ?? "";
}

async function reportRequests(
  db: Db,
  district: WorkingDistrict,
  of: { desk: Parameters<WorkingDistrict["desk"]>[0]; open: number },
): Promise<void> {
  const desk = district.desk(of.desk);
  const instead = {
    "requests.received.natural_person": "10",
    "requests.granted.natural_person": String(10 - of.open),
    [CARRIED_OUT]: String(of.open),
  };
  await desk.fillFigures("requests", TEST_NOW, { instead });
  await desk.submit("requests", TEST_NOW);
  const { id, revision } = await desk.find("requests");
  const reviewer = district.person("工委管委办公室审核人");
  await approveSubmission(db, reviewer, { ...request(), submissionId: id, expectedRevision: revision }, TEST_NOW);
}

/** Two units carried 3 and 2 requests out; the second was dissolved after its year. */
async function buildMerger(db: Db, handedIn: "counted" | "left_out" = "counted") {
  const district = await buildOpenDistrict(db);
  await reportRequests(db, district, { desk: "enforcement", open: 3 });
  await reportRequests(db, district, { desk: "finance", open: 2 });
  const idOf = await unitIds(db, district);
  const [gone, successor] = [idOf("财政局"), idOf("综合行政执法局")];
  const dissolve = {
    organisationId: gone,
    on: "2020-02-01",
    reason: "并入综合行政执法局",
    handedIn,
  };
  await dissolveUnit(db, adminOf(district), { ...request(), ...dissolve }, LATER);
  return { district, gone, successor };
}

const open = (db: Db, district: WorkingDistrict, input: Partial<OpenCycleInput> = {}) =>
  openCycle(db, adminOf(district), { ...request(), year: 2020, ...DATES, ...input }, LATER);

describe("a year opened after a merger", () => {
  test("is listed with what has gone before it is opened", async ({ db }) => {
    const { district, gone } = await buildMerger(db);
    const plan = await loadNextYear(db, adminOf(district), {}, LATER);
    expect(plan?.year).toBe(2020);
    expect(plan?.gone).toMatchObject([{ organisationId: gone, name: "财政局", open: "2" }]);
    expect(plan?.units.some(({ organisationId }) => organisationId === gone)).toBe(false);
  });

  test("gives the successor the open requests of both, agreed by the checks and the history", async ({ db }) => {
    const { district, gone, successor } = await buildMerger(db);
    const { cycleId } = await open(db, district, { takesOver: { [gone]: successor } });
    const section = await district.desk("enforcement").load("requests");
    expect(section.submission.cycleId).toBe(cycleId);
    expect(section.values[CARRIED_IN]).toBe("5");
    expect(section.previous?.takenOverFrom).toEqual(["财政局"]);
    expect(section.findings.filter(({ rule }) => rule === "CARRY-YEAR")).toEqual([]);

    const admin = adminOf(district);
    const of = { districtId: district.districtId, cycleId };
    const [outline, indicators, events] = await withActor(db, admin, (tx) =>
      Promise.all([
        listOutline(tx, of),
        listIndicators(tx, { scope: admin.scope, cycleId }),
        listEvents(tx, { scope: admin.scope, filter: { cycleId, types: ["unit_taken_over"] }, limit: 5 }),
      ]),
    );
    expect(outline.some(({ owners }) => owners.includes(gone))).toBe(false);
    expect(indicators.some(({ organisationId }) => organisationId === gone)).toBe(false);
    expect(events.map(({ event }) => event.data)).toEqual([{ year: 2020, from: "财政局" }]);

    const whole = { userId: null, scope: { districtId: district.districtId, units: "all" as const } };
    const verification = await withScope(db, whole, (tx) => verifyHistory(tx, { districtId: district.districtId }));
    expect(verification.fault).toBeNull();
  });

  test("carries only a unit's own requests where the work is divided by hand", async ({ db }) => {
    const { district, gone } = await buildMerger(db);
    await open(db, district, { takesOver: { [gone]: "" } });
    expect((await district.desk("enforcement").load("requests")).values[CARRIED_IN]).toBe("3");
  });

  test("adds nothing of a unit whose part the office left out of the report", async ({ db }) => {
    const { district, gone, successor } = await buildMerger(db, "left_out");
    expect((await loadNextYear(db, adminOf(district), {}, LATER))?.gone).toMatchObject([
      { open: null, isLeftOut: true },
    ]);
    await open(db, district, { takesOver: { [gone]: successor } });
    expect((await district.desk("enforcement").load("requests")).values[CARRIED_IN]).toBe("3");
  });

  test("lets nobody go on with what is not approved yet", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const idOf = await unitIds(db, district);
    await district.desk("finance").fillFigures("requests", TEST_NOW, {});
    await district.desk("finance").submit("requests", TEST_NOW);
    const [gone, successor] = [idOf("财政局"), idOf("综合行政执法局")];
    const dissolve = { organisationId: gone, on: "2020-02-01", reason: "撤并", handedIn: "counted" as const };
    await dissolveUnit(db, adminOf(district), { ...request(), ...dissolve }, LATER);
    await expect(open(db, district, { takesOver: { [gone]: successor } })).rejects.toMatchObject({
      code: "taken_over_unknown",
      details: { unit: "财政局" },
    });
  });

  test("refuses a choice that names a unit that reports, or one that nobody knows", async ({ db }) => {
    const { district, gone, successor } = await buildMerger(db);
    const stranger = crypto.randomUUID();
    for (const takesOver of [{ [successor]: gone }, { [stranger]: successor }, { [gone]: stranger }]) {
      await expect(open(db, district, { takesOver })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(open(db, district, { exempt: [successor] })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a unit that was exempt is exempt again for the same reason where the office says so", async ({ db }) => {
  const district = await buildOpenDistrict(db);
  const admin = adminOf(district);
  const organisationId = (await unitIds(db, district))("财政局");
  const reason = "垂直管理，由上级单位报送";
  await exemptUnit(db, admin, { ...request(), cycleId: district.cycleId, organisationId, reason }, TEST_NOW);
  const plan = await loadNextYear(db, admin, {}, LATER);
  expect(plan?.exempted).toEqual([{ organisationId, name: "财政局", reason }]);

  const { cycleId } = await open(db, district, { exempt: [organisationId] });
  const [units, events] = await withActor(db, admin, (tx) =>
    Promise.all([
      listCycleUnits(tx, { scope: admin.scope, cycleId }),
      listEvents(tx, { scope: admin.scope, filter: { cycleId, types: ["unit_exempted"] }, limit: 5 }),
    ]),
  );
  expect(units.find((unit) => unit.organisationId === organisationId)?.exemptReason).toBe(reason);
  expect(events.map(({ event }) => event.data)).toEqual([{ year: 2020, reason }]);
});

describe("a hard end", () => {
  const END = new Date("2020-01-31T16:00:00Z");
  const AFTER = new Date("2020-02-03T09:00:00+08:00");

  async function buildEnding(db: Db) {
    const district = await buildOpenDistrict(db);
    const { cycleId } = district;
    const dates = { tablesDueAt: new Date("2020-01-20T16:00:00Z"), narrativeDueAt: new Date("2020-01-25T16:00:00Z") };
    await changeCycleDates(db, adminOf(district), { ...request(), cycleId, ...dates, hardEndAt: END }, TEST_NOW);
    const desk = district.desk("finance");
    await desk.fillFigures("requests", TEST_NOW, {});
    return { district, desk };
  }

  test("keeps back what is submitted after it, until the section is extended", async ({ db }) => {
    const { district, desk } = await buildEnding(db);
    const { id } = await desk.find("requests");
    await expect(desk.submit("requests", AFTER)).rejects.toMatchObject({ code: "hard_end_past" });
    const extension = { submissionId: id, dueAt: new Date("2020-02-10T16:00:00Z"), reason: "系统迁移" };
    await extendDueDate(db, adminOf(district), { ...request(), ...extension }, AFTER);
    await desk.submit("requests", AFTER);
    const submitted = await desk.find("requests");
    expect(submitted.state).toBe("submitted");
    const clerk = district.person("财政局填报人");
    const withdraw = { ...request(), submissionId: id, expectedRevision: submitted.revision };
    const past = new Date("2020-02-11T09:00:00+08:00");
    await expect(withdrawSubmission(db, clerk, withdraw, past)).rejects.toMatchObject({ code: "hard_end_past" });
  });

  test("keeps back a signature too", async ({ db }) => {
    const { district } = await buildEnding(db);
    const desk = district.desk("safety");
    await desk.fillFigures("requests", TEST_NOW, {});
    await desk.submit("requests", TEST_NOW);
    const waiting = await desk.find("requests");
    expect(waiting.state).toBe("awaiting_signature");
    const head = district.person("应急管理局部门负责人");
    const sign = { ...request(), submissionId: waiting.id, expectedRevision: waiting.revision, answers: ALL_HOLD };
    await expect(signSubmission(db, head, sign, AFTER)).rejects.toMatchObject({ code: "hard_end_past" });
  });

  test("cannot lie before the year's own dates, and its change is in the history", async ({ db }) => {
    const { district } = await buildEnding(db);
    const { cycleId } = district;
    const dates = { tablesDueAt: new Date("2020-01-20T16:00:00Z"), narrativeDueAt: new Date("2020-02-05T16:00:00Z") };
    const admin = adminOf(district);
    await expect(
      changeCycleDates(db, admin, { ...request(), cycleId, ...dates, hardEndAt: END }, TEST_NOW),
    ).rejects.toMatchObject({ code: "hard_end_early" });
    const filter = { cycleId, types: ["cycle_hard_end_changed" as const] };
    const [event] = await withActor(db, admin, (tx) => listEvents(tx, { scope: admin.scope, filter, limit: 1 }));
    expect(event?.event.data).toEqual({ year: 2019, from: null, to: END.toISOString() });
  });
});
