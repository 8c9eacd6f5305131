import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe } from "vitest";
import { type Db, withActor, withScope } from "@/db/connect";
import { listUnsentDeliveries } from "@/db/queries/deliveries";
import { listEvents } from "@/db/queries/events";
import { listPeople } from "@/db/queries/people";
import { buildDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { openMail } from "@/lib/mail/smtp";
import { type MailServer, startMailServer } from "@/lib/mail/testing/mail-server";
import { acceptInvitation, loadInvitation } from "@/lib/services/accept-invitation";
import { addPerson } from "@/lib/services/add-person";
import { changeNotices, changePersonEmail } from "@/lib/services/change-notices";
import { inviteAll, invitePerson } from "@/lib/services/invite-people";
import { deactivatePerson, issueCode } from "@/lib/services/manage-people";
import { sendDelivery } from "@/lib/services/send-delivery";
import { setPassword } from "@/lib/services/set-password";
import { signIn } from "@/lib/services/sign-in";

const appSecret = "a secret of the app that is long enough";
const channel = { appSecret, isMailSent: true };
const origin = { source: "192.0.2.7", deviceId: null };
const ORIGIN = "https://nianbao.example.cn";
const PASSWORD = "correct horse battery";
const days = (count: number) => new Date(TEST_NOW.getTime() + count * 86_400_000);

describe("an invitation by mail", () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  async function build(db: Db) {
    const district = await buildDistrict(db);
    const organisationId = district.unitIds.财政局 ?? "";
    const add = async (account: string, email: string | null, isInvited = false) => {
      const input = { ...request(), account, name: "王芳", organisationId, role: "submitter" as const };
      await addPerson(db, district.admin, { ...input, email, isInvited, channel }, TEST_NOW);
      return personOf(db, district.admin, account);
    };
    return { ...district, add };
  }

  async function personOf(db: Db, admin: Actor, account: string) {
    const people = await withActor(db, admin, (tx) => listPeople(tx, { districtId: admin.districtId, now: TEST_NOW }));
    const person = people.find((candidate) => candidate.account === account);
    if (!person) throw new Error(`nobody has the account ${account}`);
    return person;
  }

  /** Sends what waits, and gives the codes of the links in the mails that were taken since. */
  async function deliver(db: Db, admin: Actor, now = TEST_NOW): Promise<string[]> {
    const { districtId } = admin;
    const mail = openMail({ url: server.url, from: "nianbao@example.cn", origin: ORIGIN, clock: () => now });
    const group = { send: () => Promise.reject(new Error("no group is told here")) };
    const before = server.taken.length;
    const waiting = await withScope(db, { userId: null, scope: { districtId, units: "all" } }, (tx) =>
      listUnsentDeliveries(tx, { districtId }),
    );
    for (const id of waiting) await sendDelivery(db, { districtId, id }, { mail, group, appSecret }, () => now);
    return server.taken.slice(before).flatMap(({ text }) => codeIn(text ?? "") ?? []);
  }

  function codeIn(text: string): string | null {
    const url = /https:\/\/nianbao\.example\.cn\/invitation\?\S+/.exec(text)?.[0];
    return url ? new URL(url).searchParams.get("code") : null;
  }

  const accept = (db: Db, token: string, now = TEST_NOW, password = PASSWORD) =>
    acceptInvitation(db, { token, appSecret, password, origin }, now);
  const open = (db: Db, token: string, now = TEST_NOW) => loadInvitation(db, { token, appSecret }, now);

  test("arrives with a link by which its person chooses a password, once", async ({ db }) => {
    const { admin, add } = await build(db);
    const wang = await add("wangfang", "wang@example.cn", true);
    expect(wang).toMatchObject({ hasPassword: false, invitation: { sentAt: null, usedAt: null } });
    const [token = ""] = await deliver(db, admin);
    const [mail] = server.taken;
    expect(mail?.to).toMatchObject([{ address: "wang@example.cn" }]);
    expect(mail?.subject).toBe(`【年报汇】${admin.districtName}请您设密码、开始使用`);
    for (const content of [mail?.text ?? "", mail?.html ?? ""]) {
      expect(content).toContain("链接只能用一次");
      expect(content).toContain(`${ORIGIN}/invitation?code=${token}`);
      expect(content).toContain("王芳，您好");
      expect(content, "whoever else reads the mail").not.toContain("wangfang");
    }

    expect(await open(db, token)).toMatchObject({ account: "wangfang", name: "王芳" });
    await expect(accept(db, token, TEST_NOW, "password12")).rejects.toMatchObject({ code: "weak_password" });
    const identity = await accept(db, token);
    expect(identity).toMatchObject({ account: "wangfang", userId: wang.id });
    await signIn(db, { account: "wangfang", password: PASSWORD, origin }, TEST_NOW);
    expect(await personOf(db, admin, "wangfang")).toMatchObject({
      hasPassword: true,
      invitation: { sentAt: TEST_NOW, usedAt: TEST_NOW },
    });

    expect(await open(db, token), "whoever opens it again is told nothing").toBeNull();
    await expect(accept(db, token)).rejects.toMatchObject({ code: "invitation_void" });
    const events = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["person_invited"] }, limit: 5 }),
    );
    expect(events).toMatchObject([
      { actorName: admin.name, event: { data: { account: "wangfang", until: days(7).toISOString() } } },
    ]);
  });

  test("expires after seven days, and its mail is not sent then", async ({ db }) => {
    const { admin, add } = await build(db);
    await add("wangfang", "wang@example.cn", true);
    const [token = ""] = await deliver(db, admin, days(6));
    expect(await open(db, token, days(6))).not.toBeNull();
    expect(await open(db, token, days(7))).toBeNull();
    await expect(accept(db, token, days(7))).rejects.toMatchObject({ code: "invitation_void" });
    await add("lili", "li@example.cn", true);
    expect(await deliver(db, admin, days(8))).toEqual([]);
  });

  test("ends with a newer one, a printed code, another address, or the account", async ({ db }) => {
    const { admin, add } = await build(db);
    const { id: userId } = await add("wangfang", "wang@example.cn", true);
    await add("lili", "li@example.cn");
    const invite = async () => {
      await invitePerson(db, admin, { ...request(), ...channel, userId }, TEST_NOW);
      return (await deliver(db, admin))[0] ?? "";
    };
    await invitePerson(db, admin, { ...request(), ...channel, userId }, TEST_NOW);
    const [first = "", ...more] = await deliver(db, admin);
    expect(more, "the mail of one that was replaced before it was sent").toEqual([]);

    const second = await invite();
    expect(await open(db, first)).toBeNull();
    await expect(accept(db, first)).rejects.toMatchObject({ code: "invitation_void" });

    const { code } = await issueCode(db, admin, { ...request(), userId }, TEST_NOW);
    expect(await open(db, second)).toBeNull();
    await setPassword(db, { account: "wangfang", code: code ?? "", password: PASSWORD, origin }, TEST_NOW);

    const third = await invite();
    await expect(signIn(db, { account: "wangfang", password: PASSWORD, origin }, TEST_NOW)).rejects.toMatchObject({
      code: "wrong_password",
    });
    const moved = { ...request(), userId, email: "wangfang@example.cn" };
    expect(await changePersonEmail(db, admin, moved, TEST_NOW)).toEqual({ endsInvitation: true });
    expect(await open(db, third)).toBeNull();
    expect(await changePersonEmail(db, admin, { ...request(), userId, email: null }, TEST_NOW)).toEqual({
      endsInvitation: false,
    });

    await changePersonEmail(db, admin, { ...request(), userId, email: "wang@example.cn" }, TEST_NOW);
    const fourth = await invite();
    await deactivatePerson(db, admin, { ...request(), userId }, TEST_NOW);
    expect(await open(db, fourth)).toBeNull();
  });

  test("cannot be made up: a link that was changed, or made with another secret, is none", async ({ db }) => {
    const { admin, add } = await build(db);
    await add("wangfang", "wang@example.cn", true);
    const [token = ""] = await deliver(db, admin);
    const flipped = `${token.slice(0, 10)}${token[10] === "A" ? "B" : "A"}${token.slice(11)}`;
    for (const forged of ["", "x", flipped, token.slice(0, -1), `${token}A`.slice(1)]) {
      expect(await open(db, forged)).toBeNull();
      await expect(accept(db, forged)).rejects.toMatchObject({ code: "invitation_void" });
    }
    expect(await loadInvitation(db, { token, appSecret: "another secret of the app, as long" }, TEST_NOW)).toBeNull();
    const { rows } = await withScope(
      db,
      { userId: null, scope: { districtId: admin.districtId, units: "all" } },
      (tx) =>
        tx.execute(sql`select to_jsonb(i) as kept from invitations i where i.district_id = ${admin.districtId}
        union all select to_jsonb(d) from deliveries d where d.district_id = ${admin.districtId}`),
    );
    const kept = JSON.stringify(rows);
    expect(rows).toHaveLength(2);
    // What stands after the three ids is the secret.
    expect(kept).not.toContain(token.slice(64));
  });

  test("goes to all who have no password yet and an address, each once", async ({ db }) => {
    const { admin, add } = await build(db);
    for (const [account, email] of [
      ["wangfang", "wang@example.cn"],
      ["lili", "li@example.cn"],
      ["zhaomin", null],
    ] as const) {
      await add(account, email);
    }
    const again = { ...request(), ...channel };
    expect(await inviteAll(db, admin, again, TEST_NOW)).toEqual({ count: 2 });
    expect(await inviteAll(db, admin, again, TEST_NOW), "the same request again").toEqual({ count: 2 });
    expect(await inviteAll(db, admin, { ...request(), ...channel }, TEST_NOW)).toEqual({ count: 0 });
    const tokens = await deliver(db, admin);
    expect(server.taken.map(({ to }) => to?.[0]?.address).toSorted()).toEqual(["li@example.cn", "wang@example.cn"]);
    expect(await Promise.all(tokens.map((token) => open(db, token)))).toHaveLength(2);
    expect((await personOf(db, admin, "zhaomin")).invitation).toBeNull();
  });

  test("is refused where no mail is set up, without an address, and to oneself", async ({ db }) => {
    const { admin, add, unitIds } = await build(db);
    const { id: userId } = await add("wangfang", null);
    const invite = (of: object) =>
      invitePerson(db, admin, { ...request(), ...channel, userId, ...of }, TEST_NOW).then(() => "done", codeOf);
    const codeOf = (error: { code: string }) => error.code;
    expect(await invite({ isMailSent: false })).toBe("mail_not_set_up");
    expect(await invite({})).toBe("mail_address_missing");
    expect(await invite({ userId: admin.userId })).toBe("own_account");
    await expect(inviteAll(db, admin, { ...request(), appSecret, isMailSent: false }, TEST_NOW)).rejects.toMatchObject({
      code: "mail_not_set_up",
    });
    const unsaid = { account: "lili", name: "李丽", organisationId: unitIds.财政局 ?? "", role: "head" as const };
    await expect(
      addPerson(db, admin, { ...request(), ...unsaid, isInvited: true, channel }, TEST_NOW),
    ).rejects.toMatchObject({ code: "mail_address_missing" });
  });

  test("a changed mail address is told to the old one and stands in the history without either", async ({ db }) => {
    const { admin, add } = await build(db);
    const { id: userId } = await add("wangfang", "wang@example.cn", true);
    const [token = ""] = await deliver(db, admin);
    const { districtId } = await accept(db, token);
    const wang = { ...admin, userId, districtId, account: "wangfang", name: "wangfang" };
    const settings = { ...request(), email: "new@example.cn", language: "en" as const, choice: "daily" as const };
    await changeNotices(db, wang, settings, TEST_NOW);
    await changeNotices(db, wang, { ...settings, ...request(), choice: "none" }, TEST_NOW);
    await deliver(db, admin);
    const [, told, ...more] = server.taken;
    expect(more).toEqual([]);
    expect(told?.to).toMatchObject([{ address: "wang@example.cn" }]);
    expect(told?.subject).toBe("[Nianbao] your mail address was changed");
    expect(`${told?.text}${told?.html}`).not.toContain("new@example.cn");
    const { rows } = await withScope(db, { userId: null, scope: { districtId, units: "all" } }, (tx) =>
      tx.execute(sql`select address from deliveries where district_id = ${districtId} and address is not null`),
    );
    expect(rows, "an address is forgotten once it was told").toEqual([]);
    const events = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["mail_address_changed"] }, limit: 5 }),
    );
    expect(events.map(({ event }) => event.data)).toEqual([
      { account: "wangfang", change: "changed" },
      { account: "wangfang", change: "entered" },
    ]);
  });
});
