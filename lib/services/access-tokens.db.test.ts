import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { MOST_TOKENS, type TokenScope } from "@/lib/domain/access-token";
import { authenticateToken } from "@/lib/services/authenticate-token";
import { changePersonEmail } from "@/lib/services/change-notices";
import { confirmSecondFactor, prepareSecondFactor } from "@/lib/services/change-second-factor";
import { endToken } from "@/lib/services/end-token";
import { invitePerson } from "@/lib/services/invite-people";
import { loadSecondFactor } from "@/lib/services/load-second-factor";
import { loadConnections, loadOwnTokens } from "@/lib/services/load-tokens";
import { hashOfToken, makeToken } from "@/lib/services/make-token";
import { deactivatePerson, issueCode, reactivatePerson } from "@/lib/services/manage-people";
import { addSystem, endSystem, makeSystemToken } from "@/lib/services/manage-systems";
import { setSignInRule } from "@/lib/services/set-sign-in-rule";
import { totpCode } from "@/lib/services/totp";

const appSecret = "a secret of the app that is long enough";
const origin = { source: "192.0.2.7", deviceId: null };
/** Of the administrator whom `buildDistrict` sets up. */
const PASSWORD = "correct horse battery";
const later = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * 1000);

const make = (db: Db, actor: Actor, given: { scopes?: TokenScope[]; proof?: string } = {}, now = TEST_NOW) =>
  makeToken(
    db,
    actor,
    { ...request(), name: "台账导入", days: "30", scopes: [], proof: PASSWORD, appSecret, origin, ...given },
    now,
  );

async function setUpSecondFactor(db: Db, actor: Actor): Promise<string> {
  await prepareSecondFactor(db, actor, { ...request(), appSecret }, TEST_NOW);
  const standing = await loadSecondFactor(db, actor, { appSecret }, TEST_NOW);
  if (standing.state !== "pending") throw new Error("nothing is being set up");
  const code = totpCode(standing.key, TEST_NOW);
  await confirmSecondFactor(db, actor, { ...request(), appSecret, code }, TEST_NOW);
  return standing.key;
}

async function find(db: Db, token: string | null, now = TEST_NOW) {
  return authenticateToken(db, { token: token ?? "" }, now);
}

describe("a token", () => {
  test("stands in the history with what was done by it, and what its person does without it does not", async ({
    db,
  }) => {
    const { admin } = await buildDistrict(db);
    const found = await find(db, (await make(db, admin, { scopes: ["read"] })).token);
    if (!found) throw new Error("the token is not known");
    const email = "wang@example.org";
    await changePersonEmail(db, admin, { ...request(), userId: admin.userId, email }, TEST_NOW);
    const byToken = { ...admin, byToken: found.actor.byToken ?? "" };
    await changePersonEmail(db, byToken, { ...request(), userId: admin.userId, email: null }, TEST_NOW);
    const events = await withActor(db, admin, (tx) => listEvents(tx, { scope: admin.scope, filter: {}, limit: 2 }));
    expect(events.map((event) => event.byToken)).toEqual(["台账导入", undefined]);
    expect(events[0]?.event.data).not.toHaveProperty("byToken");
  });

  test("is made with the password, says whose it is, and is kept as a hash alone", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const { token } = await make(db, admin);
    expect(await find(db, token)).toMatchObject({ scopes: ["read"], actor: { account: admin.account } });
    expect((await find(db, token))?.actor.permissions).toEqual(["history:read"]);
    expect((await loadOwnTokens(db, admin, {}, TEST_NOW)).tokens).toMatchObject([
      { name: "台账导入", scopes: ["read"] },
    ]);
    await expect(make(db, admin, { proof: "not the password" })).rejects.toMatchObject({ code: "wrong_password" });
    const events = await withActor(db, admin, (tx) => listEvents(tx, { scope: admin.scope, filter: {}, limit: 9 }));
    const made = events.find(({ event }) => event.type === "token_made");
    expect(made?.event).toMatchObject({ type: "token_made", data: { scopes: ["read"] } });
    expect(JSON.stringify(events)).not.toContain(token);
    expect(hashOfToken(token ?? "")).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is shown once: the same request again gives none and makes none", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const again = { ...request(), name: "一", days: "30" as const, scopes: [], proof: PASSWORD, appSecret, origin };
    expect((await makeToken(db, admin, again, TEST_NOW)).token).not.toBeNull();
    expect((await makeToken(db, admin, again, TEST_NOW)).token).toBeNull();
    expect((await loadOwnTokens(db, admin, {}, TEST_NOW)).tokens).toHaveLength(1);
  });

  test("demands a fresh code of whoever has a second step, and no password stands in for it", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const key = await setUpSecondFactor(db, admin);
    await expect(make(db, admin)).rejects.toMatchObject({ code: "wrong_second_code" });
    const at = later(60);
    const code = totpCode(key, at);
    expect((await make(db, admin, { proof: code }, at)).token).not.toBeNull();
    await expect(make(db, admin, { proof: code }, at)).rejects.toMatchObject({ code: "wrong_second_code" });
  });

  test("asks for what its person has: a code, a password, or a second step to be set up first", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const byProvider = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const provesBy = async (actor: Actor) => (await loadOwnTokens(db, actor, {}, TEST_NOW)).provesBy;
    expect([await provesBy(admin), await provesBy(byProvider)]).toEqual(["password", "nothing"]);
    await setUpSecondFactor(db, byProvider);
    expect(await provesBy(byProvider)).toBe("code");
  });

  test("is refused for a scope beyond its person's roles, and when there are too many", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    await expect(make(db, admin, { scopes: ["publish"] })).rejects.toMatchObject({ code: "not_permitted" });
    for (let count = 0; count < MOST_TOKENS; count += 1) await make(db, admin);
    await expect(make(db, admin)).rejects.toMatchObject({ code: "too_many_tokens" });
  });

  test("notes its use to the minute, and holds until it expires", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const { token } = await make(db, admin);
    const seenAt = async () => (await loadOwnTokens(db, admin, {}, TEST_NOW)).tokens[0]?.seenAt;
    expect(await seenAt()).toBeNull();
    await find(db, token, later(1));
    await find(db, token, later(30));
    expect(await seenAt()).toEqual(later(1));
    await find(db, token, later(90));
    expect(await seenAt()).toEqual(later(90));
    expect(await find(db, token, later(30 * 86_400 - 1))).not.toBeNull();
    expect(await find(db, token, later(30 * 86_400))).toBeNull();
  });

  test("is ended by its person and by an administrator, and by nobody else", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const clerk = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const { token } = await make(db, admin);
    const tokenId = (await find(db, token))?.tokenId ?? "";
    await expect(endToken(db, clerk, { ...request(), tokenId }, TEST_NOW)).rejects.toMatchObject({ code: "not_found" });
    await endToken(db, admin, { ...request(), tokenId }, TEST_NOW);
    expect(await find(db, token)).toBeNull();
    expect(await find(db, `${token}x`)).toBeNull();
  });
});

describe("the token of a system", () => {
  async function buildSystem(db: Db) {
    const district = await buildDistrict(db);
    const { admin, unitIds } = district;
    const organisationId = unitIds.财政局 ?? "";
    const system = {
      account: `s${admin.districtId}`,
      name: "公文交换系统",
      organisationId,
      role: "submitter" as const,
    };
    await addSystem(db, admin, { ...request(), ...system }, TEST_NOW);
    const systemId = (await loadConnections(db, admin, {}, TEST_NOW)).systems[0]?.id ?? "";
    const issue = (scopes: TokenScope[]) =>
      makeSystemToken(
        db,
        admin,
        { ...request(), systemId, name: "接收", days: "365", scopes, proof: PASSWORD, appSecret, origin },
        TEST_NOW,
      );
    return { ...district, systemId, issue };
  }

  test("works as its role, as far as its scopes, also where the role demands a second step of people", async ({
    db,
  }) => {
    const { admin, issue, unitIds } = await buildSystem(db);
    await expect(issue(["review"])).rejects.toMatchObject({ code: "not_permitted" });
    const { token } = await issue(["fill"]);
    await setSignInRule(db, admin, { ...request(), roles: ["submitter"] }, TEST_NOW);
    const found = await find(db, token);
    expect(found?.actor.memberships).toEqual([{ organisationId: unitIds.财政局, role: "submitter" }]);
    expect(found?.actor.permissions).toEqual(["submission:fill", "submission:submit"]);
  });

  test("ends with the system, which is no person: it can be given no code and is ended on its own page", async ({
    db,
  }) => {
    const { admin, issue, systemId: userId } = await buildSystem(db);
    const { token } = await issue([]);
    await expect(issueCode(db, admin, { ...request(), userId }, TEST_NOW)).rejects.toMatchObject({ code: "not_found" });
    await expect(deactivatePerson(db, admin, { ...request(), userId }, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    await endSystem(db, admin, { ...request(), systemId: userId }, TEST_NOW);
    expect(await find(db, token)).toBeNull();
    expect(await loadConnections(db, admin, {}, TEST_NOW)).toMatchObject({ systems: [], tokens: [] });
  });
});

test("the tokens of a person end with the account, and do not come back with it", async ({ db }) => {
  const { admin, unitIds, officeId } = await buildDistrict(db);
  const organisationId = unitIds.财政局 ?? "";
  const other = await buildPerson(db, admin, { name: "李强", organisationId: officeId, role: "admin" });
  await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
  const { token } = await make(db, admin);
  await deactivatePerson(db, other, { ...request(), userId: admin.userId }, TEST_NOW);
  await reactivatePerson(db, other, { ...request(), userId: admin.userId }, TEST_NOW);
  expect(await find(db, token)).toBeNull();
});

test("the tokens of a person end when they are invited anew, in place of the password they had", async ({ db }) => {
  const { admin, officeId } = await buildDistrict(db);
  const other = await buildPerson(db, admin, { name: "李强", organisationId: officeId, role: "admin" });
  const { token } = await make(db, admin);
  const { userId } = admin;
  await changePersonEmail(db, other, { ...request(), userId, email: "admin@example.cn" }, TEST_NOW);
  expect(await find(db, token)).not.toBeNull();
  await invitePerson(db, other, { ...request(), userId, appSecret, isMailSent: true }, TEST_NOW);
  expect(await find(db, token)).toBeNull();
});
