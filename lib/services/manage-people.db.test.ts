import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listRoleHolders } from "@/db/queries/memberships";
import { listPeople } from "@/db/queries/people";
import { getActor } from "@/db/queries/sign-in";
import { buildDistrict, buildPerson, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { addPerson } from "@/lib/services/add-person";
import { endRole, grantRole } from "@/lib/services/change-roles";
import { handOver } from "@/lib/services/hand-over";
import { deactivatePerson, issueCode, reactivatePerson } from "@/lib/services/manage-people";
import { setPassword } from "@/lib/services/set-password";
import { verifyHistory } from "@/lib/services/verify-history";

const LATER = new Date("2020-01-07T09:00:00+08:00");
const NEW_DEVICE = { source: "192.0.2.7", deviceId: null };
const ask = () => ({ requestId: randomUUID() });

describe("people", () => {
  test("a person who leaves is signed out at once and comes back only with a new code", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    await buildPerson(db, admin, { name: "李强", organisationId, role: "head" });

    await deactivatePerson(db, admin, { ...ask(), userId: wang.userId }, LATER);
    expect(
      await getActor(db, { districtId: wang.districtId, userId: wang.userId, sessionEpoch: 1, now: LATER }),
    ).toBeNull();

    const { code } = await reactivatePerson(db, admin, { ...ask(), userId: wang.userId }, LATER);
    expect(
      await getActor(db, { districtId: wang.districtId, userId: wang.userId, sessionEpoch: 1, now: LATER }),
    ).toBeNull();
    const session = await setPassword(
      db,
      { account: wang.account, code: code ?? "", password: "a new password", origin: NEW_DEVICE },
      LATER,
    );
    expect(await getActor(db, { ...session, now: LATER })).toMatchObject({
      name: "王芳",
      permissions: wang.permissions,
    });
  });

  test("the last submitter, reviewer and administrator cannot leave", async ({ db }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const zhao = await buildPerson(db, admin, { name: "赵敏", organisationId: officeId, role: "reviewer" });
    const people = await withActor(db, admin, (tx) => listPeople(tx, { districtId: admin.districtId, now: LATER }));
    const membershipOf = (userId: string) =>
      people.find((person) => person.id === userId)?.roles[0]?.membershipId ?? "";

    const refused = [
      [() => deactivatePerson(db, admin, { ...ask(), userId: wang.userId }, LATER), "last_submitter"],
      [() => endRole(db, admin, { ...ask(), membershipId: membershipOf(wang.userId) }, LATER), "last_submitter"],
      [() => endRole(db, admin, { ...ask(), membershipId: membershipOf(zhao.userId) }, LATER), "last_reviewer"],
      [() => endRole(db, admin, { ...ask(), membershipId: membershipOf(admin.userId) }, LATER), "last_administrator"],
      [() => deactivatePerson(db, admin, { ...ask(), userId: admin.userId }, LATER), "own_account"],
    ] as const;
    for (const [attempt, code] of refused) await expect(attempt()).rejects.toMatchObject({ code });

    const holders = await withActor(db, admin, (tx) =>
      listRoleHolders(tx, { districtId: admin.districtId, organisationId, now: LATER }),
    );
    expect(holders.map((holder) => holder.userId)).toEqual([wang.userId]);
  });

  test("of two last ones who leave at the same moment only one can", async ({ committed }) => {
    const { admin, unitIds } = await buildDistrict(committed);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(committed, admin, { name: "王芳", organisationId, role: "submitter" });
    const li = await buildPerson(committed, admin, { name: "李强", organisationId, role: "submitter" });

    const outcomes = await Promise.allSettled(
      [wang, li].map(({ userId }) => deactivatePerson(committed, admin, { ...ask(), userId }, LATER)),
    );

    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toMatchObject({ code: "last_submitter" });
  });

  test("a hand-over puts the new person in the old one's place in one step", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const before = await withActor(db, admin, (tx) =>
      listRoleHolders(tx, { districtId: admin.districtId, organisationId, now: LATER }),
    );
    const account = `sun-${randomUUID().slice(0, 8)}`;

    const issued = await handOver(
      db,
      admin,
      {
        ...ask(),
        membershipId: before[0]?.membershipId ?? "",
        userId: "",
        account,
        name: "孙丽",
        endsAccount: true,
      },
      LATER,
    );

    const session = await setPassword(
      db,
      { account, code: issued.code ?? "", password: "a new password", origin: NEW_DEVICE },
      LATER,
    );
    const sun = await getActor(db, { ...session, now: LATER });
    expect(sun?.memberships).toEqual([{ organisationId, role: "submitter" }]);
    expect(
      await getActor(db, { districtId: wang.districtId, userId: wang.userId, sessionEpoch: 1, now: LATER }),
    ).toBeNull();
    const events = await withActor(db, admin, (tx) => listEvents(tx, { scope: admin.scope, filter: {}, limit: 5 }));
    expect(events.map(({ event }) => event.type)).toEqual([
      "password_set",
      "person_deactivated",
      "role_ended",
      "role_granted",
      "person_added",
    ]);
  });

  test("a hand-over to somebody of the district keeps their password and needs no code", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const other = await buildPerson(db, admin, {
      name: "钱伟",
      organisationId: unitIds.应急局 ?? "",
      role: "submitter",
    });
    const [held] = await withActor(db, admin, (tx) =>
      listRoleHolders(tx, { districtId: admin.districtId, organisationId, now: LATER }),
    );
    const input = { membershipId: held?.membershipId ?? "", account: "", name: "", endsAccount: false };

    await expect(handOver(db, admin, { ...input, ...ask(), userId: wang.userId }, LATER)).rejects.toMatchObject({
      code: "role_held",
    });
    const issued = await handOver(db, admin, { ...input, ...ask(), userId: other.userId }, LATER);

    expect(issued).toEqual({ account: other.account, name: "钱伟", code: null });
    const people = await withActor(db, admin, (tx) => listPeople(tx, { districtId: admin.districtId, now: LATER }));
    expect(people.find((candidate) => candidate.id === other.userId)?.roles).toHaveLength(2);
    expect(people.find((candidate) => candidate.id === wang.userId)).toMatchObject({ roles: [], deactivatedAt: null });
  });

  test("a role is given once, and only where it belongs", async ({ db }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const grant = { userId: wang.userId, organisationId };

    await grantRole(db, admin, { ...grant, ...ask(), role: "head" }, LATER);
    await expect(grantRole(db, admin, { ...grant, ...ask(), role: "head" }, LATER)).rejects.toMatchObject({
      code: "role_held",
    });
    await expect(grantRole(db, admin, { ...grant, ...ask(), role: "reviewer" }, LATER)).rejects.toMatchObject({
      code: "wrong_place",
    });
    await expect(
      grantRole(db, wang, { ...grant, ...ask(), organisationId: officeId, role: "admin" }, LATER),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("a role with a term begins and ends by itself, and the history agrees", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const { districtId } = admin;
    const wang = await buildPerson(db, admin, {
      name: "王芳",
      organisationId: unitIds.财政局 ?? "",
      role: "submitter",
    });
    const organisationId = unitIds.应急局 ?? "";
    const term = { ...ask(), userId: wang.userId, organisationId, role: "submitter" as const };
    const grant = (from: string, until: string) => grantRole(db, admin, { ...term, ...ask(), from, until }, LATER);
    await expect(grant("2020-02-01", "2020-01-31")).rejects.toMatchObject({ code: "ends_before_it_begins" });
    await expect(grant("2019-01-01", "2020-01-06")).rejects.toMatchObject({ code: "ends_in_the_past" });
    await grant("2020-02-01", "2020-02-29");

    const unitsAt = async (now: string) => {
      const actor = await getActor(db, {
        districtId: wang.districtId,
        userId: wang.userId,
        sessionEpoch: 1,
        now: new Date(now),
      });
      return actor?.memberships.filter((held) => held.organisationId === organisationId).length;
    };
    expect(await unitsAt("2020-01-31T23:59:59+08:00")).toBe(0);
    expect(await unitsAt("2020-02-01T00:00:00+08:00")).toBe(1);
    expect(await unitsAt("2020-02-29T23:59:59+08:00")).toBe(1);
    expect(await unitsAt("2020-03-01T00:00:00+08:00")).toBe(0);

    const holdersAt = (now: string) =>
      withActor(db, admin, (tx) => listRoleHolders(tx, { districtId, organisationId, now: new Date(now) }));
    expect(await holdersAt("2020-01-31T12:00:00+08:00")).toHaveLength(0);
    expect(await holdersAt("2020-02-10T12:00:00+08:00")).toHaveLength(1);
    expect(await holdersAt("2020-03-10T12:00:00+08:00")).toHaveLength(0);
    // Over, it may be given again; until then it is held already.
    await expect(grant("2020-03-01", "2020-03-31")).rejects.toMatchObject({ code: "role_held" });
    const over = new Date("2020-03-10T12:00:00+08:00");
    await grantRole(db, admin, { ...term, ...ask() }, over);
    const verified = await withActor(db, admin, (tx) => verifyHistory(tx, { districtId }));
    expect(verified.fault).toBeNull();
  });

  test("roles alike are listed in the order in which they were given", async ({ db }) => {
    const names = ["丙局", "甲局", "乙局", "丁局"];
    const { admin, unitIds } = await buildDistrict(db, names);
    const idOf = (name: string) => unitIds[name] ?? "";
    const [first = "", ...others] = names;
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId: idOf(first), role: "submitter" });
    for (const [index, name] of others.entries()) {
      const at = new Date(LATER.getTime() + (others.length - index) * 60_000);
      await grantRole(db, admin, { ...ask(), userId: wang.userId, organisationId: idOf(name), role: "submitter" }, at);
    }
    const people = await withActor(db, admin, (tx) => listPeople(tx, { districtId: admin.districtId, now: LATER }));
    const roles = people.find(({ id }) => id === wang.userId)?.roles ?? [];
    expect(roles.map((role) => role.organisationName)).toEqual([first, ...others.toReversed()]);
  });

  test("nobody gives a role to themselves, takes one over, or has an account that looks like another", async ({
    db,
  }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db);
    const own = { ...ask(), userId: admin.userId, organisationId: officeId, role: "director" } as const;
    await expect(grantRole(db, admin, own, LATER)).rejects.toMatchObject({ code: "own_role" });
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId: officeId, role: "reviewer" });
    const [held] = (
      await withActor(db, admin, (tx) =>
        listRoleHolders(tx, { districtId: admin.districtId, organisationId: officeId, now: LATER }),
      )
    ).filter((holder) => holder.userId === wang.userId);
    const taking = { membershipId: held?.membershipId ?? "", userId: admin.userId, account: "", name: "" };
    await expect(handOver(db, admin, { ...ask(), ...taking, endsAccount: false }, LATER)).rejects.toMatchObject({
      code: "own_role",
    });

    const second = await buildPerson(db, admin, { name: "李强", organisationId: officeId, role: "admin" });
    await grantRole(db, second, { ...own, ...ask() }, LATER);

    const alike = { account: `${wang.account}\u200B`, name: "王方", organisationId: unitIds.财政局 ?? "" };
    await expect(addPerson(db, admin, { ...ask(), ...alike, role: "submitter" }, LATER)).rejects.toMatchObject({
      code: "account_taken",
    });
  });

  test("a new code ends the old password, and the same request again shows no second code", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const wang = await buildPerson(db, admin, {
      name: "王芳",
      organisationId: unitIds.财政局 ?? "",
      role: "submitter",
    });
    const request = { ...ask(), userId: wang.userId };

    const first = await issueCode(db, admin, request, TEST_NOW);
    const again = await issueCode(db, admin, request, TEST_NOW);

    expect(first.code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(again.code).toBeNull();
    await setPassword(
      db,
      { account: wang.account, code: first.code ?? "", password: "a new password", origin: NEW_DEVICE },
      LATER,
    );
  });
});
