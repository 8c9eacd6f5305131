import { sql } from "drizzle-orm";
import { describe } from "vitest";
import type { Db } from "@/db/connect";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listPeople } from "@/db/queries/people";
import { getActor } from "@/db/queries/sign-in";
import { buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import {
  confirmSecondFactor,
  dropSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  stopSecondFactor,
} from "@/lib/services/change-second-factor";
import { loadSecondFactor } from "@/lib/services/load-second-factor";
import { needsSecondFactor, proveSecondFactor } from "@/lib/services/prove-second-factor";
import { setSignInRule } from "@/lib/services/set-sign-in-rule";
import { totpCode } from "@/lib/services/totp";

const appSecret = "a secret of the app that is long enough";
const origin = { source: "192.0.2.7", deviceId: null };
const later = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * 1000);

async function setUp(db: Db, actor: Actor, now = TEST_NOW): Promise<{ key: string; codes: readonly string[] }> {
  await prepareSecondFactor(db, actor, { ...request(), appSecret }, now);
  const standing = await loadSecondFactor(db, actor, { appSecret }, now);
  if (standing.state !== "pending") throw new Error("nothing is being set up");
  const { key } = standing;
  const { codes } = await confirmSecondFactor(db, actor, { ...request(), appSecret, code: totpCode(key, now) }, now);
  return { key, codes };
}

async function buildClerk(db: Db) {
  const district = await buildDistrict(db);
  const organisationId = district.unitIds.财政局 ?? "";
  const wang = await buildPerson(db, district.admin, { name: "王芳", organisationId, role: "submitter" });
  return { ...district, wang };
}

describe("the second step of signing in", () => {
  test("is given up while it is being set up, and not once it is confirmed", async ({ db }) => {
    const { wang } = await buildClerk(db);
    const stateOf = async () => (await loadSecondFactor(db, wang, { appSecret }, TEST_NOW)).state;
    await prepareSecondFactor(db, wang, { ...request(), appSecret }, TEST_NOW);
    await stopSecondFactor(db, wang, request(), TEST_NOW);
    expect(await stateOf()).toBe("none");
    await setUp(db, wang);
    await stopSecondFactor(db, wang, request(), TEST_NOW);
    expect(await stateOf()).toBe("confirmed");
  });

  test("is asked for once it is confirmed, and takes each code once", async ({ db }) => {
    const { wang } = await buildClerk(db);
    const prove = (code: string, now: Date) => proveSecondFactor(db, wang, { code, origin, appSecret }, now);
    await prepareSecondFactor(db, wang, { ...request(), appSecret }, TEST_NOW);
    expect(await needsSecondFactor(db, wang, TEST_NOW)).toBe(false);
    await expect(
      confirmSecondFactor(db, wang, { ...request(), appSecret, code: "000000" }, TEST_NOW),
    ).rejects.toMatchObject({ code: "wrong_second_code" });

    const { key } = await setUp(db, wang);
    expect(await needsSecondFactor(db, wang, TEST_NOW)).toBe(true);
    await expect(prove(totpCode(key, TEST_NOW), TEST_NOW)).rejects.toMatchObject({ code: "wrong_second_code" });
    await prove(totpCode(key, later(30)), later(30));
    await expect(prove(totpCode(key, later(30)), later(31))).rejects.toMatchObject({ code: "wrong_second_code" });
    // The clock of a device that is half a minute slow shows a code that is older than the one that was used.
    await expect(prove(totpCode(key, TEST_NOW), later(32))).rejects.toMatchObject({ code: "wrong_second_code" });
    await prove(totpCode(key, later(90)), later(60));
  });

  test("takes each recovery code once, and only the newest ones", async ({ db }) => {
    const { wang } = await buildClerk(db);
    const { codes } = await setUp(db, wang);
    const prove = (code = "") => proveSecondFactor(db, wang, { code, origin, appSecret }, later(60));
    expect(codes).toHaveLength(10);
    await prove(codes[0]?.toLowerCase().replace("-", " "));
    await expect(prove(codes[0])).rejects.toMatchObject({ code: "wrong_second_code" });
    const input = { ...request(), appSecret, origin, code: codes[1] ?? "" };
    const renewed = await renewRecoveryCodes(db, wang, input, later(60));
    await expect(prove(codes[2])).rejects.toMatchObject({ code: "wrong_second_code" });
    await prove(renewed.codes[0]);
    expect(await loadSecondFactor(db, wang, { appSecret }, later(60))).toMatchObject({ recoveryCodesLeft: 9 });
  });

  test("slows guessing down, apart from the password", async ({ db }) => {
    const { wang } = await buildClerk(db);
    const { key } = await setUp(db, wang);
    const guess = (now: Date, code = "000000") => proveSecondFactor(db, wang, { code, origin, appSecret }, now);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(guess(later(60))).rejects.toMatchObject({ code: "wrong_second_code" });
    }
    await expect(guess(later(61), totpCode(key, later(61)))).rejects.toMatchObject({ code: "slow_down" });
    await guess(later(120), totpCode(key, later(120)));
  });

  test("is kept sealed, and of the recovery codes only hashes", async ({ db }) => {
    const { wang } = await buildClerk(db);
    const { key, codes } = await setUp(db, wang);
    const { rows } = await withActor(db, wang, (tx) =>
      tx.execute(sql`select sealed_secret as kept from second_factors union all select digest from recovery_codes`),
    );
    const kept = JSON.stringify(rows);
    expect(rows).toHaveLength(11);
    for (const secret of [key, ...codes]) expect(kept).not.toContain(secret.replace("-", ""));
    expect(await loadSecondFactor(db, wang, { appSecret: "another" }, TEST_NOW)).toMatchObject({ state: "confirmed" });
    const given = { code: totpCode(key, later(60)), origin, appSecret: "another" };
    await expect(proveSecondFactor(db, wang, given, later(60))).rejects.toMatchObject({ code: "wrong_second_code" });
  });

  test("is removed with a code by its person, and without one by an administrator", async ({ db }) => {
    const { admin, wang } = await buildClerk(db);
    const { key } = await setUp(db, wang);
    const remove = (code: string) => removeSecondFactor(db, wang, { ...request(), appSecret, origin, code }, later(60));
    await expect(remove("000000")).rejects.toMatchObject({ code: "wrong_second_code" });
    await remove(totpCode(key, later(60)));
    expect(await needsSecondFactor(db, wang, later(60))).toBe(false);

    await setUp(db, wang, later(90));
    const hasOne = async () =>
      (await withActor(db, admin, (tx) => listPeople(tx, { districtId: admin.districtId, now: later(90) }))).find(
        ({ id }) => id === wang.userId,
      )?.hasSecondFactor;
    expect(await hasOne()).toBe(true);
    await expect(dropSecondFactor(db, wang, { ...request(), userId: admin.userId }, later(90))).rejects.toMatchObject({
      code: "not_permitted",
    });
    await dropSecondFactor(db, admin, { ...request(), userId: wang.userId }, later(90));
    expect(await hasOne()).toBe(false);
    const events = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["second_factor_removed"] }, limit: 5 }),
    );
    expect(events.map(({ actorName }) => actorName)).toEqual([admin.name, wang.name]);
  });

  test("holds back the roles that demand it until it is set up", async ({ db }) => {
    const { admin, wang } = await buildClerk(db);
    const now = (userId: string) =>
      getActor(db, { districtId: admin.districtId, userId, sessionEpoch: 1, now: later(60) });
    await expect(setSignInRule(db, wang, { ...request(), roles: [] }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await setSignInRule(db, admin, { ...request(), roles: ["submitter", "admin"] }, TEST_NOW);
    expect(await now(wang.userId)).toMatchObject({ memberships: [], permissions: [], heldBack: ["submitter"] });
    expect(await now(admin.userId)).toMatchObject({ permissions: [], heldBack: ["admin"] });

    await setUp(db, wang);
    expect(await now(wang.userId)).toMatchObject({ memberships: [{ role: "submitter" }], heldBack: [] });
    await setUp(db, admin);
    await setSignInRule(db, admin, { ...request(), roles: [] }, later(60));
    await dropSecondFactor(db, admin, { ...request(), userId: wang.userId }, later(60));
    expect(await now(wang.userId)).toMatchObject({ memberships: [{ role: "submitter" }], heldBack: [] });
  });
});
