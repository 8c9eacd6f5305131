import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { type Db, withActor, withScope } from "@/db/connect";
import { openWorkingDistrict, type WorkingDistrict } from "@/db/demo/open-working-district";
import { listIndicators } from "@/db/queries/indicators";
import { getUntoldNoticeForUpdate, listUntoldNotices, type StoredNotice } from "@/db/queries/notices";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { listSubmissions } from "@/db/queries/submission-entries";
import { expect, test } from "@/db/testing/test-db";
import type { OutlineHeadingInput } from "@/lib/domain/inputs/cycle";
import type { NoticeKind } from "@/lib/domain/notice";
import { isLate } from "@/lib/domain/progress";
import { addUnit } from "@/lib/services/add-unit";
import { removeIndicator, saveIndicator } from "@/lib/services/edit-indicator";
import { removeOutlineHeading, saveOutlineHeading } from "@/lib/services/edit-outline";
import { includeUnit } from "@/lib/services/include-unit";
import { loadAdminCycle } from "@/lib/services/load-admin-cycle";
import { orderHeading, orderIndicator } from "@/lib/services/order-outline";

const NOW = new Date("2020-01-20T09:00:00+08:00");
const ask = () => ({ requestId: randomUUID() });
const setting = () => ({ now: NOW, passwordHash: "none", suffix: `·${randomUUID().slice(0, 8)}` });
const adminOf = (district: WorkingDistrict) => district.person("工委管委办公室管理员");

async function unitIdOf(db: Db, district: WorkingDistrict, name: string): Promise<string> {
  const units = await withActor(db, adminOf(district), (tx) => listUnits(tx, { districtId: district.districtId }));
  return units.find((unit) => unit.name === name)?.id ?? "";
}

async function sectionsOf(db: Db, district: WorkingDistrict, organisationId: string): Promise<string[]> {
  const { scope } = adminOf(district);
  const all = await withActor(db, adminOf(district), (tx) => listSubmissions(tx, { scope, cycleId: district.cycleId }));
  return all
    .filter((submission) => submission.organisationId === organisationId)
    .map((submission) => submission.sectionId);
}

function newHeading(district: WorkingDistrict, owners: string[]): OutlineHeadingInput {
  return {
    ...ask(),
    cycleId: district.cycleId,
    key: "law_popularisation",
    sectionId: "overview",
    position: 3,
    level: 2,
    number: "1.",
    title: "普法宣传",
    owners,
    mayKeepText: false,
  };
}

describe("the outline of a year", () => {
  test("asks a unit for section 一 once it owns a heading there, and no longer when it owns none", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    const legal = await unitIdOf(db, district, "司法办公室");
    await removeAllFrom(db, district, legal);
    expect(await sectionsOf(db, district, legal)).not.toContain("overview");

    await saveOutlineHeading(db, admin, newHeading(district, [legal]), NOW);
    expect(await sectionsOf(db, district, legal)).toContain("overview");

    await removeOutlineHeading(db, admin, { ...ask(), cycleId: district.cycleId, key: "law_popularisation" }, NOW);
    expect(await sectionsOf(db, district, legal)).not.toContain("overview");
  });

  test("keeps its headings in the order that was asked for", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    await saveOutlineHeading(db, adminOf(district), newHeading(district, []), NOW);
    const outline = await withActor(db, adminOf(district), (tx) =>
      listOutline(tx, { districtId: district.districtId, cycleId: district.cycleId }),
    );
    expect(outline.map((heading) => heading.position)).toEqual(outline.map((_heading, index) => index + 1));
    expect(outline[2]).toMatchObject({ key: "law_popularisation", title: "普法宣传" });
  });

  test("does not take a heading away under which somebody has written", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    await district.desk("finance").writeParagraphs("overview", NOW);
    const finance = await unitIdOf(db, district, "财政局");
    const office = await unitIdOf(db, district, "工委管委办公室");

    await expect(
      removeOutlineHeading(db, admin, { ...ask(), cycleId: district.cycleId, key: "fiscal_disclosure" }, NOW),
    ).rejects.toMatchObject({ code: "heading_in_use" });
    const given = { ...newHeading(district, [office]), key: "fiscal_disclosure", title: "财政信息公开" };
    await expect(saveOutlineHeading(db, admin, given, NOW)).rejects.toMatchObject({ code: "heading_in_use" });

    await saveOutlineHeading(db, admin, { ...given, ...ask(), owners: [finance], title: "财政信息" }, NOW);
    expect(await sectionsOf(db, district, finance)).toContain("overview");
  });

  test("does not ask for more under a section that was handed in", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const desk = district.desk("finance");
    await desk.fillFigures("active", NOW);
    await desk.fillFigures("requests", NOW);
    await desk.fillFigures("overview", NOW);
    await desk.writeParagraphs("overview", NOW);
    await desk.submit("overview", NOW);
    const finance = await unitIdOf(db, district, "财政局");
    await expect(saveOutlineHeading(db, adminOf(district), newHeading(district, [finance]), NOW)).rejects.toMatchObject(
      { code: "section_handed_in", details: { unit: "财政局" } },
    );
  });

  test("is the administrator's, and names only units of the year", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    await expect(
      saveOutlineHeading(db, district.person("财政局填报人"), newHeading(district, []), NOW),
    ).rejects.toMatchObject({ code: "not_permitted" });
    await expect(
      saveOutlineHeading(db, adminOf(district), newHeading(district, [randomUUID()]), NOW),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("an indicator is asked for with section 一, and stays once it has a figure", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    const finance = await unitIdOf(db, district, "财政局");
    const indicator = {
      cycleId: district.cycleId,
      key: "open_days",
      organisationId: finance,
      label: "政府开放日",
      unit: "次",
      isApproximate: false,
      position: 1,
    };
    await saveIndicator(db, admin, { ...ask(), ...indicator }, NOW);
    await saveIndicator(db, admin, { ...ask(), ...indicator, label: "政府开放日活动" }, NOW);
    const work = await district.desk("finance").load("overview");
    expect(work.indicators.filter((candidate) => candidate.key === "open_days")).toMatchObject([
      { label: "政府开放日活动" },
    ]);

    await district.desk("finance").fillFigures("overview", NOW);
    await expect(
      removeIndicator(db, admin, { ...ask(), cycleId: district.cycleId, key: "open_days" }, NOW),
    ).rejects.toMatchObject({ code: "heading_in_use" });
  });

  test("an indicator of several units is asked of each, and each is told once of a change", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    const [finance, legal] = [await unitIdOf(db, district, "财政局"), await unitIdOf(db, district, "司法办公室")];
    const of = { cycleId: district.cycleId, unit: "次", isApproximate: false, position: 1 };
    const training = { ...of, key: "trainings_held", organisationId: finance, alsoFrom: [legal], label: "培训" };
    await saveIndicator(db, admin, { ...ask(), ...training, help: "按场次计" }, NOW);

    const asked = (await district.desk("legal").load("overview")).indicators;
    expect(asked.find(({ key }) => key === "trainings_held")).toMatchObject({ help: "按场次计", rollsUp: "sum" });
    const told = await listNoticesOf(db, district, "outline_changed");
    expect(told.map(({ organisationId }) => organisationId).toSorted()).toEqual([finance, legal].toSorted());

    await saveIndicator(db, admin, { ...ask(), ...training, help: "按场次计", rollsUp: "maximum" }, NOW);
    const ofFinance = (await district.desk("finance").load("overview")).indicators;
    await orderIndicator(db, admin, { ...ask(), ...besideFirst(ofFinance), cycleId: of.cycleId }, NOW);
    expect(await listNoticesOf(db, district, "outline_changed")).toHaveLength(2);
  });

  test("a ratio is asked of nobody and keeps the two that it follows from", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    const finance = await unitIdOf(db, district, "财政局");
    const { cycleId } = district;
    const of = { cycleId, organisationId: finance, unit: "%", isApproximate: false, position: 1 };
    await saveIndicator(db, admin, { ...ask(), ...of, key: "held", label: "办结" }, NOW);
    await saveIndicator(db, admin, { ...ask(), ...of, key: "asked", label: "收到" }, NOW);
    const ratio = { ...of, key: "share", label: "办结率", rollsUp: "ratio" as const };
    await expect(saveIndicator(db, admin, { ...ask(), ...ratio, ratioOver: "held" }, NOW)).rejects.toMatchObject({
      code: "ratio_parts",
    });
    await saveIndicator(db, admin, { ...ask(), ...ratio, ratioOver: "held", ratioUnder: "asked" }, NOW);

    expect((await district.desk("finance").load("overview")).indicators.map(({ key }) => key)).not.toContain("share");
    for (const refused of [
      removeIndicator(db, admin, { ...ask(), cycleId, key: "held" }, NOW),
      saveIndicator(db, admin, { ...ask(), ...of, key: "asked", label: "收到", rollsUp: "none" }, NOW),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: "ratio_parts" });
    }
  });

  test("a unit that comes later is asked for the tables as well", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    await addUnit(db, admin, { ...ask(), name: "民政局", kind: "department", position: 50 }, NOW);
    const organisationId = await unitIdOf(db, district, "民政局");
    const input = { cycleId: district.cycleId, organisationId, dueAt: undefined };
    const dueAt = new Date(NOW.getTime() + 14 * 86_400_000);

    await expect(includeUnit(db, admin, { ...ask(), ...input }, NOW)).rejects.toMatchObject({
      code: "due_date_needed",
    });
    expect(await includeUnit(db, admin, { ...ask(), ...input, dueAt }, NOW)).toEqual({ hasSubmitter: false });

    const asked = await withActor(db, admin, (tx) =>
      listSubmissions(tx, { scope: admin.scope, cycleId: district.cycleId }),
    );
    const own = asked.filter((entry) => entry.organisationId === organisationId);
    expect(own.map((entry) => [entry.dueAt, isLate(entry, NOW)])).toEqual(own.map(() => [dueAt, false]));
    const work = await loadAdminCycle(
      db,
      admin,
      { cycleId: district.cycleId, search: { page: 1, q: "" }, unitId: null, sectionId: null },
      NOW,
    );
    expect(work?.unstaffed).toEqual([organisationId]);
    expect((await sectionsOf(db, district, organisationId)).sort()).toEqual(["active", "litigation", "requests"]);
    await expect(includeUnit(db, admin, { ...ask(), ...input }, NOW)).rejects.toMatchObject({ code: "wrong_state" });
  });
});

function besideFirst(list: readonly { key: string }[]): { key: string; beside: string; side: "before" } {
  const [first, second] = list;
  return { key: second?.key ?? "", beside: first?.key ?? "", side: "before" };
}

async function listNoticesOf(db: Db, { districtId }: WorkingDistrict, kind: NoticeKind) {
  return withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
    const found: StoredNotice[] = [];
    for (const id of await listUntoldNotices(tx, { districtId })) {
      const notice = await getUntoldNoticeForUpdate(tx, { districtId, id });
      if (notice?.kind === kind) found.push(notice);
    }
    return found;
  });
}

async function removeAllFrom(db: Db, district: WorkingDistrict, organisationId: string): Promise<void> {
  const admin = adminOf(district);
  const of = { districtId: district.districtId, cycleId: district.cycleId };
  const outline = await withActor(db, admin, (tx) => listOutline(tx, of));
  for (const { key } of outline.filter((heading) => heading.owners.includes(organisationId))) {
    await removeOutlineHeading(db, admin, { ...ask(), cycleId: district.cycleId, key }, NOW);
  }
}

test("headings and indicators are moved, with what was written kept", async ({ db }) => {
  const district = await openWorkingDistrict(db, setting());
  const of = { cycleId: district.cycleId, districtId: district.districtId };
  const admin = adminOf(district);
  const keysNow = () =>
    withActor(db, admin, async (tx) => ({
      outline: (await listOutline(tx, of)).filter(({ sectionId }) => sectionId === "overview").map(({ key }) => key),
      indicators: (await listIndicators(tx, { scope: admin.scope, cycleId: of.cycleId })).map(({ key }) => key),
    }));
  const beside = (key: string, other: string) => ({ key, beside: other, side: "after" as const });
  const before = await keysNow();
  const [firstHeading = "", secondHeading = ""] = before.outline;
  const [firstIndicator = "", secondIndicator = ""] = before.indicators;
  await orderHeading(db, admin, { ...ask(), cycleId: of.cycleId, ...beside(firstHeading, secondHeading) }, NOW);
  await orderIndicator(db, admin, { ...ask(), cycleId: of.cycleId, ...beside(firstIndicator, secondIndicator) }, NOW);

  const after = await keysNow();
  expect(after.outline[0]).toBe(secondHeading);
  expect(after.indicators.slice(0, 2)).toEqual([secondIndicator, firstIndicator]);
  expect([after.outline.toSorted(), after.indicators.toSorted()]).toEqual([
    before.outline.toSorted(),
    before.indicators.toSorted(),
  ]);
  const editor = district.person("工委管委办公室统稿人");
  await expect(
    orderHeading(db, editor, { ...ask(), cycleId: of.cycleId, ...beside(firstHeading, secondHeading) }, NOW),
  ).rejects.toMatchObject({ code: "not_permitted" });
});
