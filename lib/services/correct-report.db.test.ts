import { describe } from "vitest";
import { type Db, withActor, withPublic } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { UnitDesk } from "@/db/demo/unit-desk";
import { listAdjustments } from "@/db/queries/adjustments";
import { listEvents } from "@/db/queries/events";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { getPublicReport } from "@/db/queries/public-reports";
import { listReports } from "@/db/queries/reports";
import {
  buildFinishedDistrict,
  buildPerson,
  request,
  settleContradictions,
  TEST_DUE,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { listBlockers } from "@/lib/domain/finalise";
import type { SectionId } from "@/lib/domain/format";
import { addUnit } from "@/lib/services/add-unit";
import { decideAdjustment, proposeAdjustment, revokeAdjustment } from "@/lib/services/adjust-roll-up";
import { approveSubmission } from "@/lib/services/approve-submission";
import { beginErratum } from "@/lib/services/begin-erratum";
import { callOffErratum } from "@/lib/services/call-off-erratum";
import { closeCycle } from "@/lib/services/change-cycle";
import { removeIndicator, saveIndicator } from "@/lib/services/edit-indicator";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { explainFinding } from "@/lib/services/explain-finding";
import { includeUnit } from "@/lib/services/include-unit";
import { loadReport } from "@/lib/services/load-report";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { verifyHistory } from "@/lib/services/verify-history";

const CELL = "active.coercion.decisions";
const RECEIVED = "requests.received.natural_person";
const OTHER = "requests.other.natural_person";

/** A district whose report is published, with what one does to it. */
async function buildPublished(db: Db, prepare?: (district: WorkingDistrict) => Promise<void>) {
  const district = await buildFinishedDistrict(db);
  await prepare?.(district);
  await settleContradictions(db, district);
  const editor = district.person("工委管委办公室统稿人");
  const director = district.person("工委管委办公室负责人");
  const load = async () => {
    const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
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

async function reopen(db: Db, district: WorkingDistrict, sectionId: SectionId = "requests"): Promise<void> {
  const { id, revision } = await district.desk("finance").find(sectionId);
  const input = { ...request(), submissionId: id, expectedRevision: revision, reason: "漏了一件", dueAt: TEST_DUE };
  await reopenSubmission(db, district.person("工委管委办公室审核人"), input, TEST_NOW);
}

/** Gives a reason for every warning of a section that wants one. */
async function explainAll(db: Db, district: WorkingDistrict, sectionId: SectionId): Promise<void> {
  const { findings, submission } = await district.desk("finance").load(sectionId);
  for (const finding of findings.filter(({ severity }) => severity === "warning")) {
    const said = { ...request(), submissionId: submission.id, findingId: finding.id, body: "已核对" };
    await explainFinding(db, district.person("财政局填报人"), said, TEST_NOW);
  }
}

/** Adds a unit to the year. */
async function include(db: Db, { districtId, cycleId, person }: WorkingDistrict, name: string): Promise<string> {
  const admin = person("工委管委办公室管理员");
  await addUnit(db, admin, { ...request(), name, kind: "department", position: 99 }, TEST_NOW);
  const units = await withActor(db, admin, (tx) => listUnits(tx, { districtId }));
  const organisationId = units.find((unit) => unit.name === name)?.id ?? "";
  await includeUnit(db, admin, { ...request(), cycleId, organisationId, dueAt: TEST_DUE }, TEST_NOW);
  return organisationId;
}

/** A clerk of a new unit reports five decisions, and all of it is approved. */
async function handIn(db: Db, { person }: WorkingDistrict, organisationId: string): Promise<void> {
  const clerk = await buildPerson(db, person("工委管委办公室管理员"), {
    name: "新人",
    organisationId,
    role: "submitter",
  });
  const unit = { id: "new", name: "", indicators: [], figures: { [CELL]: "5" }, narrative: {}, note: null };
  const desk = new UnitDesk(db, clerk, unit);
  for (const sectionId of ["active", "requests", "litigation"] as const) {
    await desk.fillFigures(sectionId, TEST_NOW);
    await desk.submit(sectionId, TEST_NOW);
    const { id, revision } = await desk.find(sectionId);
    const approve = { ...request(), submissionId: id, expectedRevision: revision };
    await approveSubmission(db, person("工委管委办公室审核人"), approve, TEST_NOW);
  }
}

const changeOf = (before: { values: Readonly<Record<string, string | null>> }, typed: string) => ({
  cellKey: RECEIVED,
  from: typed,
  to: before.values[RECEIVED] ?? null,
});

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

  test("goes back to what was published, whatever was done for it, and loses nothing of it", async ({ db }) => {
    const { district, editor, director, load, begin, callOff } = await buildPublished(db);
    const [reviewer, clerk] = [district.person("工委管委办公室审核人"), district.person("财政局填报人")];
    const finance = district.desk("finance");
    const before = await finance.load("requests");
    const published = (await load()).rollUp.figures;
    const { id } = await begin();

    // One section comes back changed and is approved; another is being rewritten; adjustments are proposed and signed.
    await reopen(db, district, "requests");
    await finance.fillFigures("requests", TEST_NOW, { instead: { [RECEIVED]: "10", [OTHER]: "9" } });
    await explainAll(db, district, "requests");
    await finance.submit("requests", TEST_NOW);
    const approve = { ...request(), expectedRevision: (await finance.find("requests")).revision };
    await approveSubmission(db, reviewer, { ...approve, submissionId: before.submission.id }, TEST_NOW);
    await reopen(db, district, "overview");
    const overview = await finance.load("overview");
    const heading = overview.outline[0]?.key ?? "";
    const seen = overview.paragraphs.find((candidate) => candidate.headingKey === heading)?.body ?? "";
    const paragraph = { submissionId: overview.submission.id, headingKey: heading, seen, value: "改到一半的文字" };
    await saveParagraph(db, clerk, { ...request(), ...paragraph }, TEST_NOW);
    const proposed = { ...request(), cycleId: district.cycleId, cellKey: CELL, amount: "1", reason: "漏报一件" };
    await proposeAdjustment(db, editor, proposed, TEST_NOW);
    const adjustmentId = (await load()).adjustments[0]?.id ?? "";
    await decideAdjustment(db, director, { ...request(), adjustmentId, decision: "signed" }, TEST_NOW);
    await proposeAdjustment(db, editor, { ...proposed, ...request(), reason: "又一件" }, TEST_NOW);
    expect((await load()).rollUp.figures).not.toEqual(published);

    await callOff(id);
    const work = await load();
    expect(work.rollUp.figures).toEqual(published);
    expect(work.adjustments.map(({ state }) => state).toSorted()).toEqual(["declined", "revoked"]);
    const after = await finance.load("requests");
    expect(after.submission).toMatchObject({ state: "approved", latestVersion: before.submission.latestVersion });
    expect([after.values, after.submission.approvedByName]).toEqual([before.values, before.submission.approvedByName]);
    const restored = await finance.load("overview");
    expect(restored.paragraphs.find((candidate) => candidate.headingKey === heading)?.body).toBe(seen);
    const undone = await withActor(db, clerk, (tx) =>
      listEvents(tx, { scope: clerk.scope, filter: { types: ["reopening_undone"] }, limit: 5 }),
    );
    expect(undone.map(({ event }) => event.data)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sectionId: "requests", changes: expect.arrayContaining([changeOf(before, "10")]) }),
        expect.objectContaining({ texts: [expect.objectContaining({ dropped: "改到一半的文字" })] }),
      ]),
    );

    const admin = district.person("工委管委办公室管理员");
    expect((await withActor(db, admin, (tx) => verifyHistory(tx, district))).fault).toBeNull();

    // What was handed in meanwhile stays among the versions; the next one takes a number of its own.
    await begin("另有一件");
    await reopen(db, district, "requests");
    await finance.submit("requests", TEST_NOW, "核对无误");
    expect((await finance.find("requests")).latestVersion).toBe(before.submission.latestVersion + 2);
  });

  test("counts an adjustment again that was revoked for it", async ({ db }) => {
    const { district, editor, director, load, begin, callOff, first } = await buildPublished(db, async (of) => {
      const proposed = { ...request(), cycleId: of.cycleId, cellKey: CELL, amount: "1", reason: "漏报一件" };
      await proposeAdjustment(db, of.person("工委管委办公室统稿人"), proposed, TEST_NOW);
      const boss = of.person("工委管委办公室负责人");
      const [adjustment] = await withActor(db, boss, (tx) => listAdjustments(tx, of));
      const decision = { adjustmentId: adjustment?.id ?? "", decision: "signed" as const };
      await decideAdjustment(db, boss, { ...request(), ...decision }, TEST_NOW);
    });
    const { id } = await begin();
    const adjustmentId = (await load()).adjustments[0]?.id ?? "";
    await revokeAdjustment(db, director, { ...request(), adjustmentId, reason: "重复" }, TEST_NOW);
    await callOff(id);
    const work = await load();
    expect(work.adjustments).toMatchObject([{ state: "signed", decidedByName: director.name }]);
    expect([work.report.id, editor.districtId]).toEqual([first, district.districtId]);
  });

  test("leaves out a unit that came in meanwhile, whatever it has handed in", async ({ db }) => {
    const { district, load, begin, callOff } = await buildPublished(db);
    const admin = district.person("工委管委办公室管理员");
    const published = (await load()).rollUp.figures;
    const { cycleId } = district;
    const { id } = await begin();
    const organisationId = await include(db, district, "新来的局");
    await handIn(db, district, organisationId);
    expect((await load()).rollUp.figures).not.toEqual(published);
    const exempt = { ...request(), cycleId, organisationId, reason: "明年起报" };
    await expect(exemptUnit(db, admin, exempt, TEST_NOW)).rejects.toMatchObject({ code: "unit_handed_in" });

    await callOff(id);
    const work = await load();
    expect(work.rollUp.figures).toEqual(published);
    expect(work.rollUp.units.find((unit) => unit.name === "新来的局")?.status).toBe("exempt");
    await closeCycle(db, admin, { ...request(), cycleId }, TEST_NOW);
    expect((await withActor(db, admin, (tx) => verifyHistory(tx, district))).fault).toBeNull();
  });

  describe("with a section that it did not have before", () => {
    const build = async (db: Db) => {
      const published = await buildPublished(db);
      const { cycleId, person } = published.district;
      const admin = person("工委管委办公室管理员");
      const units = await withActor(db, admin, (tx) => listUnits(tx, published.district));
      const organisationId = units.find((unit) => unit.name === "司法办公室")?.id ?? "";
      const { id } = await published.begin();
      const asked = { organisationId, label: "普法活动", unit: "次", isApproximate: false, key: "", position: 99 };
      await saveIndicator(db, admin, { ...request(), cycleId, ...asked }, TEST_NOW);
      await expect(published.callOff(id)).rejects.toMatchObject({
        code: "correction_units_open",
        details: { units: "司法办公室" },
      });
      return { ...published, admin, cycleId, id };
    };

    test("is called off once the administrator has taken away what asks for it", async ({ db }) => {
      const { admin, cycleId, id, callOff } = await build(db);
      const indicators = await withActor(db, admin, (tx) => listIndicators(tx, { scope: admin.scope, cycleId }));
      const key = indicators.find(({ label }) => label === "普法活动")?.key ?? "";
      await removeIndicator(db, admin, { ...request(), cycleId, key }, TEST_NOW);
      await callOff(id);
    });

    test("is called off once it is approved, which changes nothing that was published", async ({ db }) => {
      const { district, cycleId, admin, id, callOff } = await build(db);
      const legal = district.desk("legal");
      await legal.fillFigures("overview", TEST_NOW);
      await legal.submit("overview", TEST_NOW);
      const { id: submissionId, revision } = await legal.find("overview");
      const approve = { ...request(), submissionId, expectedRevision: revision };
      await approveSubmission(db, district.person("工委管委办公室审核人"), approve, TEST_NOW);
      await callOff(id);
      await closeCycle(db, admin, { ...request(), cycleId }, TEST_NOW);
    });
  });

  test("a year's first report is not called off", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const director = district.person("工委管委办公室负责人");
    const work = await loadReport(db, director, { cycleId: district.cycleId }, TEST_NOW);
    const input = { ...request(), reportId: work?.report.id ?? "", reason: "原数无误" };
    await expect(callOffErratum(db, director, input, TEST_NOW)).rejects.toMatchObject({ code: "wrong_state" });
  });
});
