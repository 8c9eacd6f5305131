import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { getActor } from "@/db/queries/sign-in";
import { buildDistrict, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { userHandleOf } from "@/lib/domain/passkey";
import { addPasskey, loadPasskeys, preparePasskey, removePasskey } from "@/lib/services/change-passkeys";
import { dropSecondFactor } from "@/lib/services/change-second-factor";
import { deactivatePerson, reactivatePerson } from "@/lib/services/manage-people";
import { drawChallenge, provePasskey, signInByPasskey } from "@/lib/services/prove-passkey";
import { needsSecondFactor, proveSecondFactor } from "@/lib/services/prove-second-factor";
import { setSignInRule } from "@/lib/services/set-sign-in-rule";
import { FLAG, softwarePasskey } from "@/lib/services/testing/software-passkey";

const relyingParty = { id: "nianbao.example.cn", origin: "https://nianbao.example.cn" };
const appSecret = "a secret of the app that is long enough";
const later = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * 1000);

async function build(db: Db) {
  const district = await buildDistrict(db);
  const organisationId = district.unitIds.财政局 ?? "";
  const wang = await buildPerson(db, district.admin, { name: "王芳", organisationId, role: "submitter" });
  const device = (origin = relyingParty.origin) =>
    softwarePasskey({ rpId: relyingParty.id, origin, userHandle: userHandleOf(wang) });
  const add = async (made = device(), name = "办公室电脑", now = TEST_NOW, proof = "") => {
    const given = { relyingParty, appSecret, proof, origin: { source: "192.0.2.7", deviceId: null } };
    const { options, challenge } = await preparePasskey(db, wang, given, now);
    const answer = made.make(options);
    return addPasskey(db, wang, { ...request(), name, answer, challenge, relyingParty, appSecret }, now);
  };
  const draw = (now = TEST_NOW) => drawChallenge(db, { somebody: null, relyingParty }, now);
  const signIn = async (made: ReturnType<typeof device>, now = TEST_NOW, how = {}) => {
    const { options, challenge } = await draw(now);
    return signInByPasskey(db, { answer: made.use(options, how), challenge, relyingParty }, now);
  };
  const remove = (passkeyId: string, proof = "") => {
    const given = { appSecret, proof, origin: { source: "192.0.2.7", deviceId: null } };
    return removePasskey(db, wang, { ...request(), passkeyId, ...given }, TEST_NOW);
  };
  return { ...district, wang, device, add, draw, signIn, remove };
}

const REFUSED = { code: "passkey_refused" };

describe("a passkey", () => {
  test("signs its person in without account and password, and is noted as used", async ({ db }) => {
    const { wang, device, add, signIn } = await build(db);
    const made = device();
    const { codes } = await add(made);
    expect(codes, "codes on paper, for when it is lost").toHaveLength(10);
    const wrong = { code: "wrong_second_code" };
    await expect(add(device(), "别人的", later(1)), "by a session that somebody left open").rejects.toMatchObject(
      wrong,
    );
    expect((await add(device(), "手机", later(2), codes[0])).codes).toEqual([]);
    expect(await signIn(made, later(60))).toMatchObject({ userId: wang.userId, account: wang.account, name: "王芳" });
    expect(await loadPasskeys(db, wang, {}, TEST_NOW)).toMatchObject([
      { name: "办公室电脑", madeAt: TEST_NOW, usedAt: later(60), isBackedUp: false },
      { name: "手机", usedAt: null },
    ]);
    await expect(add(made, "again", later(61), codes[1]), "the same key again").rejects.toMatchObject(REFUSED);
  });

  test("answers each question once, and none that was drawn for something else or somebody else", async ({ db }) => {
    const { wang, admin, device, add, draw } = await build(db);
    const made = device();
    await add(made);
    const { options, challenge } = await draw(later(60));
    const newer = await draw(later(90));
    const given = { answer: made.use(options), challenge, relyingParty };
    await signInByPasskey(db, given, later(60));
    await expect(signInByPasskey(db, given, later(61)), "replayed").rejects.toMatchObject(REFUSED);
    const withNewer = { ...given, challenge: newer.challenge };
    await expect(signInByPasskey(db, withNewer, later(91)), "an answer to another question").rejects.toMatchObject(
      REFUSED,
    );
    await expect(signInByPasskey(db, { ...given, challenge: null }, later(62))).rejects.toMatchObject({
      code: "passkey_late",
    });

    const second = await drawChallenge(db, { somebody: wang, relyingParty }, later(120));
    const ofSecond = { answer: made.use(second.options), challenge: second.challenge, relyingParty };
    await expect(signInByPasskey(db, ofSecond, later(120))).rejects.toMatchObject({ code: "passkey_late" });
    await expect(provePasskey(db, admin, ofSecond, later(120))).rejects.toMatchObject({ code: "passkey_late" });
    await provePasskey(db, wang, ofSecond, later(120));
    await expect(provePasskey(db, wang, ofSecond, later(121)), "replayed").rejects.toMatchObject(REFUSED);
  });

  test("is refused from another origin, unverified, with a counter that went back, and with another key", async ({
    db,
  }) => {
    const { wang, device, add, signIn } = await build(db);
    await expect(add(device("https://nianbao.example.cn.evil.example"))).rejects.toMatchObject(REFUSED);
    const made = device();
    await add(made);
    const elsewhere = softwarePasskey({
      rpId: relyingParty.id,
      origin: "https://evil.example",
      userHandle: userHandleOf(wang),
    });
    await expect(signIn(elsewhere)).rejects.toMatchObject(REFUSED);
    await expect(signIn(device()), "a key that was never added").rejects.toMatchObject(REFUSED);
    await expect(signIn(made, later(10), { flags: FLAG.present }), "nobody was checked").rejects.toMatchObject(REFUSED);
    await signIn(made, later(20), { counter: 7 });
    await expect(signIn(made, later(30), { counter: 7 }), "a copy of the key").rejects.toMatchObject(REFUSED);
    const backedUp = FLAG.present | FLAG.verified | FLAG.canBackUp | FLAG.backedUp;
    await signIn(made, later(40), { counter: 8, flags: backedUp });
    expect(await loadPasskeys(db, wang, {}, TEST_NOW)).toMatchObject([{ isBackedUp: true }]);
  });

  test("no longer signs in once it was removed, taken away, or its person has left", async ({ db }) => {
    const { admin, wang, device, add, signIn, remove } = await build(db);
    const [first, second] = [device(), device()];
    const { codes } = await add(first);
    await add(second, "手机", later(1), codes[0]);
    const id = (await loadPasskeys(db, wang, {}, TEST_NOW))[0]?.id ?? "";
    await expect(remove(id, codes[0]), "by a session that somebody left open").rejects.toMatchObject({
      code: "wrong_second_code",
    });
    await remove(id, codes[1]);
    await expect(signIn(first)).rejects.toMatchObject(REFUSED);
    await signIn(second, later(10));
    await dropSecondFactor(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    await expect(signIn(second, later(20))).rejects.toMatchObject(REFUSED);
    expect(await needsSecondFactor(db, wang, TEST_NOW)).toBe(false);

    const third = device();
    await add(third);
    const organisationId = wang.memberships[0]?.organisationId ?? "";
    await buildPerson(db, admin, { name: "李强", organisationId, role: "submitter" });
    await deactivatePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    await expect(signIn(third, later(30))).rejects.toMatchObject(REFUSED);
    await reactivatePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    await expect(signIn(third, later(40)), "who comes back begins with the code").rejects.toMatchObject(REFUSED);
    const events = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["passkey_added", "passkey_removed"] }, limit: 5 }),
    );
    expect(events.map(({ event }) => event.type)).toEqual([
      "passkey_added",
      "passkey_removed",
      "passkey_added",
      "passkey_added",
    ]);
  });

  test("is a second factor: it is asked for, its codes on paper help, and roles that demand one are usable", async ({
    db,
  }) => {
    const { admin, wang, device, add, remove } = await build(db);
    await setSignInRule(db, admin, { ...request(), roles: ["submitter"] }, TEST_NOW);
    const now = () => getActor(db, { ...wang, sessionEpoch: 1, now: TEST_NOW });
    expect(await now()).toMatchObject({ heldBack: ["submitter"] });
    const { codes } = await add(device());
    expect(await now()).toMatchObject({ memberships: [{ role: "submitter" }], heldBack: [] });
    expect(await needsSecondFactor(db, wang, TEST_NOW)).toBe(true);
    const origin = { source: "192.0.2.7", deviceId: null };
    const prove = (code = "") => proveSecondFactor(db, wang, { code, origin, appSecret }, TEST_NOW);
    await expect(prove("123456"), "there are no codes of a device").rejects.toMatchObject({
      code: "wrong_second_code",
    });
    await prove(codes[0]);
    await expect(prove(codes[0])).rejects.toMatchObject({ code: "wrong_second_code" });
    const id = (await loadPasskeys(db, wang, {}, TEST_NOW))[0]?.id ?? "";
    await remove(id, codes[2]);
    await expect(prove(codes[1]), "void with the last second factor").rejects.toMatchObject({
      code: "wrong_second_code",
    });
    expect(await now()).toMatchObject({ heldBack: ["submitter"] });
  });
});
