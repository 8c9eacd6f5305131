import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { getSessionActor } from "@/db/queries/sessions";
import { actorOf, buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { ProposedRole } from "@/lib/domain/proposed-role";
import { sessionLimits } from "@/lib/domain/session";
import { deactivatePerson } from "@/lib/services/manage-people";
import { loadProof, openSession } from "@/lib/services/open-session";
import { setSignInRule } from "@/lib/services/set-sign-in-rule";
import {
  linkIdentity,
  loadIdentities,
  loadOwnIdentities,
  refuseIdentity,
  removeIdentity,
  removeOwnIdentity,
} from "@/lib/services/settle-identity";
import { signInByProvider } from "@/lib/services/sign-in-by-provider";

async function build(db: Db) {
  const district = await buildDistrict(db);
  const organisationId = district.unitIds.财政局 ?? "";
  const wang = await buildPerson(db, district.admin, { name: "王芳", organisationId, role: "submitter" });
  // The account tells the district: tests of this database share it.
  const claims = {
    issuer: "https://sso.example.cn",
    subject: `s-${wang.userId}`,
    account: wang.account,
    name: "王芳",
    proposed: null,
  };
  const come = (more: Partial<typeof claims> = {}) => signInByProvider(db, { ...claims, ...more }, TEST_NOW);
  const known = () => loadIdentities(db, district.admin, {}, TEST_NOW);
  return { ...district, wang, claims, come, known };
}

/** Of the administrator whom `buildDistrict` sets up. */
const PASSWORD = "correct horse battery";

function signInByProviderWith(db: Db, account: string, proposed: ProposedRole) {
  const claims = { issuer: "https://sso.example.cn", subject: `p-${account}`, account, name: "李强", proposed };
  return signInByProvider(db, claims, TEST_NOW);
}

describe("single sign-on", () => {
  test("makes nobody: who is unknown waits, once, until an administrator says who they are", async ({ db }) => {
    const { admin, wang, come, known } = await build(db);
    expect(await come(), "an account of the same name is no proof").toEqual({ outcome: "waiting" });
    expect(await come({ name: "改名" })).toEqual({ outcome: "waiting" });
    const [identity, ...more] = await known();
    expect(more).toEqual([]);
    expect(identity).toMatchObject({ state: "waiting", name: "王芳", account: wang.account, userId: null });

    const link = { ...request(), identityId: identity?.id ?? "", userId: wang.userId };
    await linkIdentity(db, admin, link, TEST_NOW);
    await linkIdentity(db, admin, link, TEST_NOW);
    expect(await come({ account: "renamed there" })).toMatchObject({
      outcome: "signed_in",
      identity: { districtId: admin.districtId, userId: wang.userId, account: wang.account, name: "王芳" },
    });
    expect(await come({ issuer: "https://other.example.cn" }), "another provider's subject").toEqual({
      outcome: "waiting",
    });
    const events = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["identity_came", "identity_linked"] }, limit: 5 }),
    );
    expect(events.map(({ event, actorName }) => [event.type, actorName])).toEqual([
      ["identity_came", ""],
      ["identity_linked", admin.name],
      ["identity_came", ""],
    ]);
  });

  test("lets nobody in who was refused, unlinked or deactivated", async ({ db }) => {
    const { admin, wang, come, known } = await build(db);
    await come();
    const identityId = (await known())[0]?.id ?? "";
    const settle = { ...request(), identityId };
    await refuseIdentity(db, admin, settle, TEST_NOW);
    expect(await come()).toEqual({ outcome: "refused" });
    const link = { ...request(), identityId, userId: wang.userId };
    await expect(linkIdentity(db, admin, link, TEST_NOW)).rejects.toMatchObject({ code: "changed_meanwhile" });

    await removeIdentity(db, admin, { ...request(), identityId }, TEST_NOW);
    expect(await known()).toEqual([]);
    expect(await come()).toEqual({ outcome: "waiting" });
    const again = { ...request(), identityId: (await known())[0]?.id ?? "" };
    await linkIdentity(db, admin, { ...again, userId: wang.userId }, TEST_NOW);
    expect(await come()).toMatchObject({ outcome: "signed_in" });
    await actorOf(db, wang, 1);
    await removeIdentity(db, admin, { ...again, ...request() }, TEST_NOW);
    await expect(actorOf(db, wang, 1), "whoever came by the link is signed out").rejects.toThrow("not valid");
    await come();
    again.identityId = (await known())[0]?.id ?? "";
    await linkIdentity(db, admin, { ...again, ...request(), userId: wang.userId }, TEST_NOW);
    await buildPerson(db, admin, {
      name: "李强",
      organisationId: wang.memberships[0]?.organisationId ?? "",
      role: "submitter",
    });
    await deactivatePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    expect(await come()).toEqual({ outcome: "deactivated" });
    await removeIdentity(db, admin, { ...again, ...request() }, TEST_NOW);
    expect(await come()).toEqual({ outcome: "waiting" });
  });

  test("is settled by an administrator of the same district alone", async ({ db }) => {
    const { wang, come, known } = await build(db);
    const other = await build(db);
    await come();
    const identityId = (await known())[0]?.id ?? "";
    const attempts = [
      [wang, "not_permitted"],
      [other.admin, "not_found"],
    ] as const;
    for (const [actor, code] of attempts) {
      const input = { ...request(), identityId, userId: wang.userId };
      await expect(linkIdentity(db, actor, input, TEST_NOW)).rejects.toMatchObject({ code });
    }
    expect(await other.known()).toEqual([]);
  });

  test("shows the administrator what the provider says that somebody is, and gives nothing by it", async ({ db }) => {
    const { wang, come, known } = await build(db);
    const proposed = { role: "admin" as const, unit: "财政局\u0007" };
    expect(await signInByProviderWith(db, wang.account, proposed)).toEqual({ outcome: "waiting" });
    expect(await known()).toMatchObject([{ proposedRole: "admin", proposedUnit: "财政局", userId: null }]);
    await come();
    expect((await known()).find(({ name }) => name === "王芳")).toMatchObject({ proposedRole: null, proposedUnit: "" });
  });

  test("is looked for anew once it was forgotten, where it then belongs", async ({ db }) => {
    const { admin, come, known } = await build(db);
    const other = await build(db);
    await come();
    await removeIdentity(db, admin, { ...request(), identityId: (await known())[0]?.id ?? "" }, TEST_NOW);
    expect(await come({ account: other.wang.account })).toEqual({ outcome: "waiting" });
    expect(await known()).toEqual([]);
    expect(await other.known()).toMatchObject([{ state: "waiting" }]);
  });

  test("is ended by its own person with a proof, and not where it is their only way in", async ({ db }) => {
    const { admin, wang, come, known } = await build(db);
    await come();
    const identityId = (await known())[0]?.id ?? "";
    await linkIdentity(db, admin, { ...request(), identityId, userId: wang.userId }, TEST_NOW);
    expect(await loadOwnIdentities(db, wang, {}, TEST_NOW)).toMatchObject([{ id: identityId, name: "王芳" }]);
    expect(await loadOwnIdentities(db, admin, {}, TEST_NOW)).toEqual([]);
    const given = {
      appSecret: "a secret of the app that is long enough",
      origin: { source: "192.0.2.7", deviceId: null },
    };
    const end = (actor: Actor, proof: string) =>
      removeOwnIdentity(db, actor, { ...request(), identityId, proof, ...given }, TEST_NOW);
    await expect(end(wang, "")).rejects.toMatchObject({ code: "last_way_in" });
    await expect(end(admin, PASSWORD), "somebody else's").rejects.toMatchObject({ code: "not_found" });
    await expect(end(admin, "not the password")).rejects.toMatchObject({ code: "wrong_password" });

    await come({ subject: "s-of-admin" });
    const own = (await known()).find(({ state }) => state === "waiting")?.id ?? "";
    await linkIdentity(db, admin, { ...request(), identityId: own, userId: admin.userId }, TEST_NOW);
    await removeOwnIdentity(db, admin, { ...request(), identityId: own, proof: PASSWORD, ...given }, TEST_NOW);
    expect(await loadOwnIdentities(db, admin, {}, TEST_NOW)).toEqual([]);
    expect(await come({ subject: "s-of-admin" })).toEqual({ outcome: "waiting" });
  });

  test("waits nowhere where nothing tells the district", async ({ db }) => {
    const { come } = await build(db);
    await build(db);
    expect(await come({ account: "nobody here has this account", subject: "s-of-nobody" })).toEqual({
      outcome: "unassigned",
    });
  });

  test("holds a role back that demands a second step, unless the provider's own counts", async ({ db }) => {
    const { admin, wang } = await build(db);
    await setSignInRule(db, admin, { ...request(), roles: ["submitter"] }, TEST_NOW);
    const { districtId, userId, account, name } = wang;
    const open = async (isProvedTwice: boolean) => {
      const from = { source: "192.0.2.7", deviceId: null, userAgent: "", by: "provider" as const, isProvedTwice };
      const key = await openSession(db, { districtId, userId, account, name, sessionEpoch: 1 }, from, TEST_NOW);
      return getSessionActor(db, { ...key, ...sessionLimits(TEST_NOW), now: TEST_NOW });
    };
    expect(await open(false)).toMatchObject({ memberships: [], heldBack: ["submitter"] });
    expect(await open(true)).toMatchObject({ memberships: [{ role: "submitter" }], heldBack: [] });
    const from = { source: "192.0.2.7", deviceId: null, userAgent: "" };
    for (const isProvedTwice of [true, false]) {
      const proved = { ...from, by: "provider" as const, isProvedTwice };
      const key = await openSession(db, { districtId, userId, account, name, sessionEpoch: 1 }, proved, TEST_NOW);
      expect(await loadProof(db, wang, key, TEST_NOW), "kept when the password is changed").toEqual({ isProvedTwice });
    }
  });
});
