import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { getOffice } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import { listReports } from "@/db/queries/reports";
import { buildDistrict, buildPerson, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { addUnit } from "@/lib/services/add-unit";
import { changeContact, changeDistrict, changeUnit } from "@/lib/services/change-unit";
import { openCycle } from "@/lib/services/open-cycle";

const ask = () => ({ requestId: randomUUID() });
const DUE = new Date("2020-02-01T00:00:00+08:00");

describe("units", () => {
  test("are added, renamed and put in another place", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    await addUnit(db, admin, { ...ask(), name: "民政局", kind: "department", position: 1 }, TEST_NOW);
    await changeUnit(
      db,
      admin,
      {
        ...ask(),
        organisationId: unitIds.财政局 ?? "",
        name: "财政和国资局",
        needsSignature: false,
        position: 9,
      },
      TEST_NOW,
    );

    const units = await withActor(db, admin, (tx) => listUnits(tx, { districtId: admin.districtId }));
    expect(units.map((unit) => unit.name).sort()).toEqual(["区政府办公室", "应急局", "民政局", "财政和国资局"].sort());
    expect(units.at(-1)?.name).toBe("财政和国资局");
  });

  test("keep a name of their own", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    await expect(
      changeUnit(
        db,
        admin,
        {
          ...ask(),
          organisationId: unitIds.财政局 ?? "",
          name: "应急局",
          needsSignature: false,
          position: 2,
        },
        TEST_NOW,
      ),
    ).rejects.toMatchObject({ code: "name_taken" });
  });

  test("want a signature only where somebody can give it", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const as = { organisationId, name: "财政局", position: 2 };
    const signing = { ...as, needsSignature: true };
    await expect(changeUnit(db, admin, { ...signing, ...ask() }, TEST_NOW)).rejects.toMatchObject({ code: "no_head" });
    await buildPerson(db, admin, { name: "李强", organisationId, role: "head" });
    await changeUnit(db, admin, { ...signing, ...ask() }, TEST_NOW);
  });

  test.for(["财政\u200B局", "财 政局", "ＡＢ（筹）", "AB(筹)"])(
    "do not stand beside one that looks like %j",
    async (name, { db }) => {
      const { admin, unitIds } = await buildDistrict(db, ["财政局", "AB（筹）"]);
      const add = { ...ask(), name, kind: "department", position: 3 } as const;
      await expect(addUnit(db, admin, add, TEST_NOW)).rejects.toMatchObject({ code: "name_taken" });
      await addUnit(db, admin, { ...add, ...ask(), name: "民政局" }, TEST_NOW);
      const units = await withActor(db, admin, (tx) => listUnits(tx, { districtId: admin.districtId }));
      const organisationId = units.find((unit) => unit.name === "民政局")?.id ?? "";
      const change = { ...ask(), organisationId, name, needsSignature: false, position: 3 };
      await expect(changeUnit(db, admin, change, TEST_NOW)).rejects.toMatchObject({ code: "name_taken" });
      const own = { ...change, ...ask(), organisationId: unitIds.财政局 ?? "", name: "财政\u200B局" };
      await changeUnit(db, admin, own, TEST_NOW);
    },
  );

  test("are the administrator's, and only those of the own district", async ({ db }) => {
    const here = await buildDistrict(db);
    const there = await buildDistrict(db);
    const organisationId = there.unitIds.财政局 ?? "";
    const change = { organisationId, name: "别区财政局", needsSignature: false, position: 1 };
    await expect(changeUnit(db, here.admin, { ...ask(), ...change }, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    const wang = await buildPerson(db, there.admin, { name: "王芳", organisationId, role: "submitter" });
    await expect(changeUnit(db, wang, { ...ask(), ...change }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("the district's new name stands in the title of the report under way", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    await openCycle(db, admin, { ...ask(), year: 2019, tablesDueAt: DUE, narrativeDueAt: DUE }, TEST_NOW);
    await changeDistrict(db, admin, { ...ask(), name: "新名区" }, TEST_NOW);
    const [report] = await withActor(db, admin, (tx) => listReports(tx, { districtId: admin.districtId }));
    expect(report).toMatchObject({ districtName: "新名区", title: expect.stringContaining("新名区") });
    await expect(changeDistrict(db, admin, { ...ask(), name: "财政局" }, TEST_NOW)).rejects.toMatchObject({
      code: "name_taken",
    });
  });

  test("the office says how the public reaches it", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const contact = { address: "前湾路1号", postcode: "266555", phone: "0532-00000000" };
    await changeContact(db, admin, { ...ask(), ...contact }, TEST_NOW);
    expect(await withActor(db, admin, (tx) => getOffice(tx, { districtId: admin.districtId }))).toMatchObject(contact);
  });
});
