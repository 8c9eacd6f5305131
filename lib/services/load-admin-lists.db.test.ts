import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import type { Db } from "@/db/connect";
import { buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { PAGE_SIZE } from "@/lib/domain/paging";
import { addPerson } from "@/lib/services/add-person";
import { addUnit } from "@/lib/services/add-unit";
import { loadAdminCycle } from "@/lib/services/load-admin-cycle";
import { loadAdminPeople } from "@/lib/services/load-admin-people";
import { loadAdminUnits } from "@/lib/services/load-admin-units";

const ADDED = PAGE_SIZE + 3;

async function buildManyUnits(db: Db) {
  const district = await buildWorkingDistrict(db);
  const admin = district.person("工委管委办公室管理员");
  for (let number = 1; number <= ADDED; number += 1) {
    const name = `${String(number).padStart(3, "0")}号街道办`;
    await addUnit(db, admin, { ...request(), name, kind: "township", position: 100 + number }, TEST_NOW);
  }
  return { district, admin };
}

describe("the administrator's lists of a district with many units", () => {
  test("show a page at a time, find a unit by its name, and keep what was chosen in reach", async ({ db }) => {
    const { district, admin } = await buildManyUnits(db);
    const of = (q: string, page = 1, unitId: string | null = null) =>
      loadAdminUnits(db, admin, { search: { q, page }, unitId }, TEST_NOW);

    const first = await of("");
    expect(first.units.rows).toHaveLength(PAGE_SIZE);
    expect(first.units.total).toBe(first.counts.total);
    expect(first.staff.some(({ name }) => name.startsWith("行政审批服务局填报人"))).toBe(true);
    const found = await of("053号");
    expect(found.units.rows.map(({ name }) => name)).toEqual(["053号街道办"]);
    expect(found.counts).toEqual(first.counts);
    const [unit] = found.units.rows;
    const chosen = await of("", 1, unit?.id);
    expect(chosen.chosen).toMatchObject({ unit: { name: "053号街道办" }, isUnused: true });
    expect((await of("", 1, randomUUID())).chosen).toBeNull();
    expect((await of("没有这个单位")).units.total).toBe(0);

    const account = `王街道${randomUUID().slice(0, 8)}`;
    const organisationId = unit?.id ?? "";
    const added = { ...request(), name: "王街道", account, organisationId, role: "submitter" as const };
    await addPerson(db, admin, added, TEST_NOW);
    const people = await loadAdminPeople(db, admin, { search: { q: "053号", page: 1 } }, TEST_NOW);
    expect(people.rows.rows.map(({ group, person }) => [group.unitName, person.account])).toEqual([
      ["053号街道办", account],
    ]);
    expect((await of("053号")).staff).toMatchObject([{ organisationId, role: "submitter", name: "王街道" }]);

    const asked = { cycleId: district.cycleId, search: { q: "", page: 1 }, unitId: null, sectionId: null };
    const year = await loadAdminCycle(db, admin, asked, TEST_NOW);
    expect(year?.others).toMatchObject({ total: ADDED, page: 1 });
    expect(year?.others.rows).toHaveLength(PAGE_SIZE);
    const searched = await loadAdminCycle(db, admin, { ...asked, search: { q: "053号", page: 1 } }, TEST_NOW);
    expect(searched?.others.rows.map(({ name }) => name)).toEqual(["053号街道办"]);
    expect(searched?.unstaffed).toEqual([]);
    expect(searched?.shown.total).toBe(0);
    expect(searched?.units.length).toBe(year?.units.length);
  });
});
