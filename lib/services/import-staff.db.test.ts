import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import type { Db } from "@/db/connect";
import { withActor } from "@/db/connect";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import { getActor } from "@/db/queries/sign-in";
import { buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { staffLines } from "@/lib/domain/staff-table/staff-lines";
import { writeCsv } from "@/lib/render/csv";
import { renderStaffXlsx } from "@/lib/render/staff-xlsx";
import { importStaff } from "@/lib/services/import-staff";
import { loadStaffLists } from "@/lib/services/load-staff-lists";
import { readStaffList } from "@/lib/services/read-staff-list";
import { setPassword } from "@/lib/services/set-password";
import { verifyHistory } from "@/lib/services/verify-history";

const UNIT_HEADS = ["单位名称", "类别", "序号", "负责人签字"];
const PEOPLE_HEADS = ["单位", "姓名", "账号", "邮箱", "岗位", "开始日期", "结束日期"];
const CSV_OF_UNITS = "\ufeff单位名称,类别\r\n水务局,部门\r\n";

async function preview(db: Db, actor: Actor, bytes: Uint8Array) {
  const read = await readStaffList(db, actor, { bytes }, TEST_NOW);
  if (!read.ok) throw new Error(read.problem);
  return read;
}

const workbook = (units: string[][], people: string[][]) =>
  renderStaffXlsx({ units: [UNIT_HEADS, ...units], people: [PEOPLE_HEADS, ...people] }, "zh-CN");

const namesIn = (db: Db, actor: Actor) =>
  withActor(db, actor, async (tx) => ({
    units: (await listUnits(tx, { districtId: actor.districtId })).map(({ name }) => name),
    people: (await listPeople(tx, { districtId: actor.districtId, now: TEST_NOW })).map(({ account }) => account),
  }));

const refusedIn = (plans: readonly { line: number; outcome: string }[]) =>
  plans.filter(({ outcome }) => outcome === "refused").map(({ line }) => line);

describe("a list of units and people", () => {
  test("60 units and 120 people with ten bad rows: each is named, nothing is stored until it is confirmed", async ({
    db,
  }) => {
    const { admin } = await buildDistrict(db);
    const mark = randomUUID().slice(0, 8);
    const units = Array.from({ length: 60 }, (_, index) => [`第${index + 1}局`, "", "", ""]);
    const people = Array.from({ length: 120 }, (_, index) => [
      `第${(index % 60) + 1}局`,
      `人员${index + 1}`,
      `p${index + 1}-${mark}`,
      index % 2 === 0 ? `p${index + 1}@example.cn` : "",
      index < 60 ? "填报人" : "部门负责人",
      "",
      index === 119 ? "2020-12-31" : "",
    ]);
    const spoil = (rows: string[][], row: number, column: number, text: string) => {
      rows[row]?.splice(column, 1, text);
    };
    spoil(units, 10, 0, "第 10 局");
    spoil(units, 20, 1, "公司");
    spoil(units, 30, 3, "是");
    spoil(people, 30, 4, "局长");
    spoil(people, 5, 2, "");
    spoil(people, 6, 0, "没有局");
    spoil(people, 7, 3, "没有邮箱");
    spoil(people, 8, 6, "2019-12-31");
    spoil(people, 9, 4, "审核人");
    spoil(people, 90, 4, "局长");
    spoil(people, 91, 2, `p1-${mark}`);
    const before = await namesIn(db, admin);

    const read = await preview(db, admin, await workbook(units, people));

    expect(refusedIn(read.plan.units)).toEqual([12, 22, 32]);
    // Those of the units that are not made, and those that are wrong themselves.
    expect(refusedIn(read.plan.people)).toEqual([7, 8, 9, 10, 11, 12, 22, 32, 72, 82, 92, 93]);
    expect(await namesIn(db, admin)).toEqual(before);

    const { requestId } = request();
    const { rows, digest } = read;
    const taken = await importStaff(db, admin, { requestId, rows, digest }, TEST_NOW);
    expect(taken.units).toEqual({ made: 57, changed: 0, same: 0, refused: 3 });
    expect(taken.people.refused).toBe(12);
    expect(taken.slips).toHaveLength(taken.people.made);
    const after = await namesIn(db, admin);
    expect(after.units).toHaveLength(before.units.length + 57);
    expect(after.people).toHaveLength(before.people.length + 108);

    const again = await importStaff(db, admin, { requestId, rows, digest }, TEST_NOW);
    expect(again).toEqual({ ...taken, slips: [] });
    expect((await withActor(db, admin, (tx) => verifyHistory(tx, admin))).fault).toBeNull();

    const [slip] = taken.slips;
    const { account = "", code = "" } = slip ?? {};
    const origin = { source: "192.0.2.7", deviceId: null };
    const session = await setPassword(db, { account, code, password: "a new password", origin }, TEST_NOW);
    expect(await getActor(db, { ...session, now: TEST_NOW })).toMatchObject({
      name: "人员1",
      memberships: [{ role: "submitter" }],
    });
  });

  test("what is saved as a list changes nothing when it is read in again, as a workbook and as text", async ({
    db,
  }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db, ["财政局", "=1+1局", "_x0041_局"]);
    const organisationId = unitIds.财政局 ?? "";
    await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    await buildPerson(db, admin, { name: "@赵敏", organisationId: officeId, role: "reviewer" });
    const lists = await loadStaffLists(db, admin, {}, TEST_NOW);
    for (const language of ["zh-CN", "en"] as const) {
      const lines = staffLines(lists, language);
      const files = [await renderStaffXlsx(lines, language), writeCsv(lines.units), writeCsv(lines.people)];
      for (const bytes of files) {
        const { plan } = await preview(db, admin, bytes);
        const outcomes = [...plan.units, ...plan.people].map(({ outcome }) => outcome);
        expect(outcomes.length).toBeGreaterThan(2);
        expect(new Set(outcomes)).toEqual(new Set(["same"]));
      }
    }
  });

  test("a list that was looked at before somebody else changed something is not taken", async ({ db }) => {
    const { admin, officeId } = await buildDistrict(db);
    const { rows, digest } = await preview(db, admin, await workbook([["水务局", "", "", ""]], []));
    const second = await buildPerson(db, admin, { name: "李强", organisationId: officeId, role: "admin" });
    const other = await preview(db, second, await workbook([["水务局", "", "", ""]], []));
    await importStaff(db, second, { ...request(), rows: other.rows, digest: other.digest }, TEST_NOW);
    await expect(importStaff(db, admin, { ...request(), rows, digest }, TEST_NOW)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
  });

  test("an account of another district is refused, and said to be taken as a single one is", async ({ db }) => {
    const elsewhere = await buildDistrict(db);
    const { admin, unitIds } = await buildDistrict(db);
    const [unit = ""] = Object.keys(unitIds);
    const rows = [[unit, "某人", elsewhere.admin.account.toUpperCase(), "", "填报人", "", ""]];
    const { plan } = await preview(db, admin, await workbook([], rows));
    expect(plan.people).toMatchObject([{ outcome: "refused", problem: { code: "account_taken" } }]);
  });

  test("only an administrator reads or takes one", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const wang = await buildPerson(db, admin, {
      name: "王芳",
      organisationId: unitIds.财政局 ?? "",
      role: "submitter",
    });
    const bytes = new TextEncoder().encode(CSV_OF_UNITS);
    await expect(readStaffList(db, wang, { bytes }, TEST_NOW)).rejects.toMatchObject({ code: "not_permitted" });
    const { rows, digest } = await preview(db, admin, bytes);
    const forged = importStaff(db, wang, { ...request(), rows, digest }, TEST_NOW);
    await expect(forged).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("5,000 rows are looked at and taken at once; one more is refused", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const mark = randomUUID().slice(0, 8);
    const line = (index: number) => `财政局,人员${index},n${index}-${mark},,填报人\r\n`;
    const csv = (count: number) =>
      new TextEncoder().encode(
        `单位,姓名,账号,邮箱,岗位\r\n${Array.from({ length: count }, (_, i) => line(i)).join("")}`,
      );
    const tooMany = await readStaffList(db, admin, { bytes: csv(5_001) }, TEST_NOW);
    expect(tooMany).toEqual({ ok: false, problem: "too_many_rows", count: 5_001 });
    const { rows, digest } = await preview(db, admin, csv(5_000));
    const taken = await importStaff(db, admin, { ...request(), rows, digest }, TEST_NOW);
    expect(taken.people).toEqual({ made: 5_000, changed: 0, same: 0, refused: 0 });
  }, 240_000);
});
