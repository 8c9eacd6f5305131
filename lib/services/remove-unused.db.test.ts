import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import { listUnusedUnits } from "@/db/queries/unused-units";
import { deleteUser } from "@/db/queries/users";
import { buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { EventType } from "@/lib/domain/events";
import { addPerson } from "@/lib/services/add-person";
import { addUnit } from "@/lib/services/add-unit";
import { issueCode } from "@/lib/services/manage-people";
import { openCycle } from "@/lib/services/open-cycle";
import { removePerson } from "@/lib/services/remove-person";
import { removeUnit } from "@/lib/services/remove-unit";
import { setPassword } from "@/lib/services/set-password";

const NEW_DEVICE = { source: "192.0.2.7", deviceId: null };
const DUE = new Date("2020-02-01T00:00:00+08:00");
const eventOf = (admin: Actor, type: EventType) => ({ scope: admin.scope, filter: { types: [type] }, limit: 1 });

describe("what was made by mistake", () => {
  test("a unit is removed while it was never used, and its name is free again", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    await removeUnit(db, admin, { ...request(), organisationId }, TEST_NOW);
    await withActor(db, admin, async (tx) => {
      const units = await listUnits(tx, { districtId: admin.districtId });
      expect(units.map((unit) => unit.name)).not.toContain("财政局");
      const [event] = await listEvents(tx, eventOf(admin, "unit_removed"));
      expect(event?.event.data).toEqual({ name: "财政局" });
    });
    await addUnit(db, admin, { ...request(), name: "财政局", kind: "department", position: 2 }, TEST_NOW);
  });

  test("a unit with somebody in it, or a year that expects it, stays", async ({ db }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db, ["财政局", "应急局", "民政局"]);
    await buildPerson(db, admin, { name: "王芳", organisationId: unitIds.财政局 ?? "", role: "submitter" });
    const unused = await withActor(db, admin, (tx) => listUnusedUnits(tx, { districtId: admin.districtId }));
    expect(unused.sort()).toEqual([unitIds.应急局, unitIds.民政局].sort());
    await openCycle(db, admin, { ...request(), year: 2019, tablesDueAt: DUE, narrativeDueAt: DUE }, TEST_NOW);
    for (const organisationId of [unitIds.财政局 ?? "", unitIds.应急局 ?? "", officeId]) {
      await expect(removeUnit(db, admin, { ...request(), organisationId }, TEST_NOW)).rejects.toMatchObject({
        code: "unit_in_use",
      });
    }
  });

  test("an account is removed with its role while it never had a password, and its name is free again", async ({
    db,
  }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    await removePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    await withActor(db, admin, async (tx) => {
      const people = await listPeople(tx, { districtId: admin.districtId, now: TEST_NOW });
      expect(people.map((person) => person.account)).not.toContain(wang.account);
      const [event] = await listEvents(tx, eventOf(admin, "person_removed"));
      expect(event?.event.data).toEqual({ account: wang.account, name: "王芳" });
    });
    const again = { account: wang.account, name: "王芳", organisationId, role: "submitter" } as const;
    await addPerson(db, admin, { ...request(), ...again }, TEST_NOW);
  });

  test("an account that was used stays, also when it has a new code", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const { code } = await issueCode(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    const password = `a password ${randomUUID()}`;
    await setPassword(db, { account: wang.account, code: code ?? "", password, origin: NEW_DEVICE }, TEST_NOW);
    const remove = () => removePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    await expect(remove()).rejects.toMatchObject({ code: "person_in_use" });
    const of = { districtId: admin.districtId, id: wang.userId };
    expect(await withActor(db, admin, (tx) => deleteUser(tx, of))).toBe(false);
    await issueCode(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    await expect(remove()).rejects.toMatchObject({ code: "person_in_use" });
    const own = removePerson(db, admin, { ...request(), userId: admin.userId }, TEST_NOW);
    await expect(own).rejects.toMatchObject({ code: "own_account" });
  });
});
