import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { insertCycleUnits } from "@/db/queries/cycle-units";
import { insertOrganisation } from "@/db/queries/organisations";
import { insertSubmissions } from "@/db/queries/submissions";
import { buildFinishedDistrict, buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { PAGE_SIZE } from "@/lib/domain/paging";
import { approveSubmission } from "@/lib/services/approve-submission";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { loadOverview, loadOverviewExport, type OverviewSearch } from "@/lib/services/load-overview";
import { remindUnits } from "@/lib/services/remind-units";

type District = Awaited<ReturnType<typeof buildOpenDistrict>>;

const ALL: OverviewSearch = { page: 1, q: "", filter: "all", sectionId: null, order: "unit" };
const NEW = PAGE_SIZE + 3;

/** Adds units that come after those of the district, each with one section that is due at its number of hours ahead. */
async function addUnits(db: Db, { person, cycleId }: District): Promise<void> {
  const admin = person("工委管委办公室管理员");
  const { districtId } = admin;
  await withActor(db, admin, async (tx) => {
    for (let number = 1; number <= NEW; number += 1) {
      const id = crypto.randomUUID();
      const name = `第${String(number).padStart(3, "0")}卫生服务中心`;
      await insertOrganisation(tx, {
        districtId,
        id,
        parentId: districtId,
        kind: "department",
        name,
        position: 1000 + number,
      });
      await insertCycleUnits(tx, [{ districtId, cycleId, organisationId: id, position: 1000 + number }]);
      const dueAt = new Date(TEST_NOW.getTime() - number * 86_400_000);
      const section = {
        districtId,
        cycleId,
        id: crypto.randomUUID(),
        organisationId: id,
        sectionId: "active" as const,
      };
      await insertSubmissions(tx, [{ ...section, dueAt, updatedAt: TEST_NOW }]);
    }
  });
}

async function look(db: Db, district: District, search: Partial<OverviewSearch>, now = TEST_NOW) {
  const reviewer = district.person("工委管委办公室审核人");
  const input = { chosenCycleId: district.cycleId, search: { ...ALL, ...search } };
  const overview = await loadOverview(db, reviewer, input, now);
  if (!overview) throw new Error("the district has no year");
  return { ...overview, names: overview.units.rows.map(({ unit }) => unit.name) };
}

describe("the overview", () => {
  test("stands on one page as long as everything fits there", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const { units, unitCount } = await look(db, district, {});

    expect(units).toMatchObject({ page: 1, pageCount: 1, total: unitCount });
    expect(units.rows).toHaveLength(unitCount);
  });

  test("goes on with the next units in their order, and ends with the last page", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const before = (await look(db, district, {})).unitCount;
    await addUnits(db, district);
    const all = await loadOverviewExport(
      db,
      district.person("工委管委办公室审核人"),
      { chosenCycleId: null },
      TEST_NOW,
    );
    const names = all?.rows.map(({ unit }) => unit.name) ?? [];

    const [first, second, behind] = [
      await look(db, district, {}),
      await look(db, district, { page: 2 }),
      await look(db, district, { page: 99 }),
    ];
    expect(names).toHaveLength(before + NEW);
    expect([...first.names, ...second.names]).toEqual(names);
    expect(behind.names).toEqual(second.names);
    expect(second.units).toMatchObject({ page: 2, pageCount: 2, total: before + NEW });
    expect(second.units.rows.at(-1)?.cells.active).toMatchObject({ sectionId: "active", state: "not_started" });
  });

  test("finds units by a part of their name, in whatever width it is typed", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    await addUnits(db, district);

    expect((await look(db, district, { q: "００７卫 生" })).names).toEqual(["第007卫生服务中心"]);
    expect((await look(db, district, { q: "%" })).names).toEqual([]);
    expect((await look(db, district, { q: "没有这个单位" })).units).toMatchObject({ total: 0, page: 1, pageCount: 1 });
  });

  test("puts the latest first, and the least advanced", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    await addUnits(db, district);

    const latest = await look(db, district, { order: "late" });
    expect(latest.names.slice(0, 2)).toEqual([
      `第${String(NEW).padStart(3, "0")}卫生服务中心`,
      `第0${NEW - 1}卫生服务中心`,
    ]);
    await district.desk("finance").fillFigures("requests", TEST_NOW);
    await district.desk("finance").submit("requests", TEST_NOW);
    const { id: submissionId, revision: expectedRevision } = await district.desk("finance").find("requests");
    const reviewer = district.person("工委管委办公室审核人");
    await approveSubmission(db, reviewer, { ...request(), submissionId, expectedRevision }, TEST_NOW);
    expect((await look(db, district, { order: "progress", page: 99 })).names.at(-1)).toBe("财政局");
  });

  test("keeps the units that have something of what is looked for, and counts it over all", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    await district.desk("finance").fillFigures("requests", TEST_NOW);
    await district.desk("finance").submit("requests", TEST_NOW);
    const waiting = await look(db, district, { filter: "waiting" });

    expect(waiting.names).toEqual(["财政局"]);
    expect(waiting.sections.find(({ sectionId }) => sectionId === "requests")).toMatchObject({
      waiting: 1,
      approved: 0,
    });
    expect((await look(db, district, { filter: "waiting", sectionId: "active" })).names).toEqual([]);
    expect(waiting.nextId).toBe((await district.desk("finance").find("requests")).id);
  });

  test("shows an exempt unit and counts none of its sections", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const { organisationId } = await district.desk("finance").find("active");
    const before = await look(db, district, {});
    const input = { ...request(), cycleId: district.cycleId, organisationId, reason: "垂直管理" };
    await exemptUnit(db, district.person("工委管委办公室管理员"), input, TEST_NOW);
    const after = await look(db, district, {});

    const total = (overview: typeof before) => overview.sections.reduce((sum, section) => sum + section.total, 0);
    const sections = Object.keys(before.units.rows.find(({ unit }) => unit.name === "财政局")?.cells ?? {}).length;
    expect(after.names).toContain("财政局");
    expect(total(after)).toBe(total(before) - sections);
    expect((await look(db, district, { sectionId: "active" })).names).not.toContain("财政局");
  });

  test("says who is late, whom to remind, and what became of the last reminder", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const reviewer = district.person("工委管委办公室审核人");
    const { organisationId, dueAt } = await district.desk("finance").find("requests");
    const overdue = new Date(dueAt.getTime() + 20 * 86_400_000);
    const before = await look(db, district, {}, overdue);
    const input = { ...request(), cycleId: district.cycleId, allLate: false, organisationIds: [organisationId] };
    await remindUnits(db, reviewer, input, overdue);
    const after = await look(db, district, {}, overdue);

    expect(before.late.units).toBe(before.unitCount);
    expect(before.late.names.length).toBeLessThanOrEqual(4);
    expect(before.reminder).toBeNull();
    expect(after.late.toRemind).toBe(before.late.toRemind - 1);
    expect(after.reminder).toEqual({ at: overdue, units: 1, done: 0 });
    expect(after.units.rows.filter((row) => row.isRemindedToday).map(({ unit }) => unit.name)).toEqual(["财政局"]);
  });

  test("traces how the year came where it stands", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const { steps, sections } = await look(db, district, {}, new Date());
    const total = sections.reduce((sum, section) => sum + section.total, 0);

    expect(steps.at(-1)).toMatchObject({ handedIn: total, approved: total });
    expect(steps.every((step) => step.approved <= step.handedIn)).toBe(true);
  });
});
