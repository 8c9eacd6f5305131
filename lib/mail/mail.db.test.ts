import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Connection, connect, type Db, withActor, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listUnsentDeliveries } from "@/db/queries/deliveries";
import { listUntoldNotices } from "@/db/queries/notices";
import { openAppLogin } from "@/db/testing/app-login";
import { buildWorkingDistrict, request, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { FinalFailure } from "@/lib/domain/job";
import type { NoticeSettings } from "@/lib/domain/notice";
import { translatorOf } from "@/lib/i18n/translator";
import { openMail } from "@/lib/mail/smtp";
import { type MailServer, type MailServerOptions, startMailServer } from "@/lib/mail/testing/mail-server";
import { approveSubmission } from "@/lib/services/approve-submission";
import { changeNotices } from "@/lib/services/change-notices";
import { cleanUpMessages, distributeNotice, makeDeliveries, writeNoticesOfEvents } from "@/lib/services/notify-people";
import { remindUnits } from "@/lib/services/remind-units";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { sendDelivery } from "@/lib/services/send-delivery";

const ORIGIN = "https://nianbao.example.cn";
const WHY = "第三栏的 128 件与台账不符";
const NO_GROUP = { group: { send: () => Promise.reject(new Error("no group is told here")) }, appSecret: "" };
const minutes = (count: number) => new Date(TEST_NOW.getTime() + count * 60_000);

describe("messages by mail", () => {
  let database: OwnDatabase;
  let connection: Connection;
  let db: Db;
  let appUrl: string;
  let district: WorkingDistrict;
  let server: MailServer;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    database = await createDatabase();
    appUrl = await openAppLogin(database.ownerUrl);
    connection = connect(appUrl, { max: 6 });
    db = connection.db;
    district = await buildWorkingDistrict(db);
  });
  beforeEach(async () => {
    for (const account of ["应急管理局填报人", "应急管理局部门负责人"]) await choose(account, { email: null });
    await tell(false);
    await cleanUpMessages(db, new Date(TEST_NOW.getTime() + 61 * 86_400_000));
    server = await serve();
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  async function serve(options: MailServerOptions = {}): Promise<MailServer> {
    const started = await startMailServer(options);
    stops.push(started.stop);
    return started;
  }
  const mailOf = ({ url }: { url: string }) =>
    openMail({ url, from: "年报汇 <nianbao@example.cn>", origin: ORIGIN, clock: () => TEST_NOW });
  const inDistrict = <Result>(work: (tx: Db) => Promise<Result>) =>
    withScope(db, { userId: null, scope: { districtId: district.districtId, units: "all" } }, work);
  const unsent = () => inDistrict((tx) => listUnsentDeliveries(tx, district));

  async function tell(isMailSent = true): Promise<void> {
    const { districtId } = district;
    for (const id of await inDistrict((tx) => listUntoldNotices(tx, { districtId }))) {
      await distributeNotice(db, { districtId, id }, { isMailSent }, TEST_NOW);
    }
  }

  async function choose(account: string, settings: Partial<NoticeSettings>): Promise<void> {
    const email = `${account === "应急管理局填报人" ? "safety" : "finance"}@example.cn`;
    const chosen = { email, language: "zh-CN" as const, choice: "daily" as const, ...settings };
    await changeNotices(db, district.person(account), { ...request(), ...chosen }, TEST_NOW);
  }

  const send = (to: MailServer, id: string) =>
    sendDelivery(db, { districtId: district.districtId, id }, { ...NO_GROUP, mail: mailOf(to) }, () => TEST_NOW);

  const reviewer = () => district.person("工委管委办公室审核人");

  /** Tells, as a service that does so would, that a section of the unit was opened again, which is urgent. */
  async function noteReopened(): Promise<void> {
    const { districtId, cycleId } = district;
    const { submission } = await district.desk("safety").load("litigation");
    const subject = { organisationId: submission.organisationId, cycleId, submissionId: submission.id };
    const data = { sectionId: "litigation" as const, version: 1, reason: WHY, dueAt: TEST_DUE.toISOString() };
    const records = [{ ...subject, event: { type: "submission_reopened" as const, data } }];
    const { userId } = reviewer();
    await withActor(db, reviewer(), (tx) =>
      writeNoticesOfEvents(tx, { districtId, at: TEST_NOW, actorId: userId, records }),
    );
  }

  /** One delivery that waits to be sent to the clerk. */
  async function makeOne(happen: () => Promise<void> = noteReopened): Promise<string> {
    await happen();
    await tell();
    await makeDeliveries(db, minutes(5));
    const [id, ...more] = await unsent();
    expect(more).toEqual([]);
    return id ?? "";
  }

  it("arrive in Chinese, in text and HTML, with a link and without anything of the work itself", async () => {
    await choose("应急管理局填报人", {});
    const { id, revision } = await district.desk("safety").find("litigation");
    const input = { ...request(), submissionId: id, expectedRevision: revision, reason: WHY, dueAt: TEST_DUE };
    const delivery = await makeOne(() => reopenSubmission(db, reviewer(), input, TEST_NOW));
    await send(server, delivery);
    const [mail] = server.taken;
    expect(mail?.subject).toBe("【年报汇】应急管理局“四、复议诉讼”被重新打开");
    expect(mail?.from).toMatchObject({ name: "年报汇", address: "nianbao@example.cn" });
    expect(mail?.to).toMatchObject([{ address: "safety@example.cn" }]);
    for (const content of [mail?.text ?? "", mail?.html ?? ""]) {
      expect(content).toContain(
        "办公室重新打开了应急管理局“四、复议诉讼”。请登录看原因，改好再提交。请在1月15日（周三）24:00前交。",
      );
      expect(content).toContain(`${ORIGIN}/desk/${id}`);
      expect(content).toContain(`${ORIGIN}/account`);
      expect(content).not.toContain("128");
      expect(content).not.toContain("台账");
    }
    expect(mail?.html).toMatch(/^<!doctype html>\s*<html lang="zh-CN">/);
    expect(mail?.html).not.toMatch(/<(?:script|style|link|img)\b|class=/);
    expect(await unsent()).toEqual([]);
  });

  it("arrive in English where their reader chose so", async () => {
    await choose("应急管理局填报人", { language: "en" });
    await send(server, await makeOne());
    const [mail] = server.taken;
    const section = (await translatorOf("en", "common"))("section.litigation");
    expect(mail?.subject).toBe(`[Nianbao] 应急管理局, ${section}: opened again`);
    expect(mail?.text).toContain("Sign in to see why, correct it and submit it again. It is due Wed 15 Jan, 24:00.");
    expect(mail?.html).toContain('<html lang="en">');
  });

  it("are one a day: what is not urgent waits for the morning, and all of it is one message", async () => {
    await choose("应急管理局填报人", {});
    const night = new Date("2020-01-06T21:00:00+08:00");
    const morning = new Date("2020-01-07T08:00:00+08:00");
    for (const sectionId of ["active", "overview"] as const) {
      const { id, revision, state } = await district.desk("safety").find(sectionId);
      if (state !== "submitted") continue;
      await approveSubmission(db, reviewer(), { ...request(), submissionId: id, expectedRevision: revision }, night);
    }
    await send(server, await makeOne());
    expect(server.taken.map(({ subject }) => subject)).toEqual([expect.stringContaining("另有 1 件")]);

    await remindUnits(
      db,
      reviewer(),
      { ...request(), cycleId: district.cycleId, allLate: false, organisationIds: await unitIds() },
      night,
    );
    await tell();
    await makeDeliveries(db, morning);
    const ids = await unsent();
    await Promise.all(ids.map((id) => send(server, id)));
    expect(server.taken.map(({ subject }) => subject?.slice(0, 10))).toEqual([
      "【年报汇】应急管理局",
      "【年报汇】办公室催办",
    ]);
    await makeDeliveries(db, morning);
    expect(await unsent()).toEqual([]);
  });

  const unitIds = async () => {
    const { organisationId } = (await district.desk("safety").load("active")).submission;
    return [organisationId];
  };

  it("are not sent to whoever wants none, has left no address, or did it themselves", async () => {
    await choose("应急管理局填报人", { choice: "none" });
    await choose("财政局填报人", { email: null });
    await noteReopened();
    await tell();
    await makeDeliveries(db, minutes(60));
    expect(await unsent()).toEqual([]);
  });

  it("wait while the server is away, and are sent once when it is back", async () => {
    await choose("应急管理局填报人", {});
    const id = await makeOne();
    await server.stop();
    stops.splice(0);
    await expect(send(server, id)).rejects.toThrow(/ECONNREFUSED/);
    expect(await unsent()).toEqual([id]);
    const back = await serve({ port: server.port });
    await send(back, id);
    await send(back, id);
    expect(back.taken).toHaveLength(1);
  });

  it("are sent by one of several processes, however slow the server is", async () => {
    await choose("应急管理局填报人", {});
    const id = await makeOne();
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const slow = await serve({
      beforeTaking: () => {
        reached.resolve();
        return gate.promise;
      },
    });
    const first = send(slow, id);
    await reached.promise;
    await expect(send(slow, id)).rejects.toThrow("another process sends it");
    gate.resolve();
    await first;
    await send(slow, id);
    expect(slow.taken).toHaveLength(1);
  });

  it("reach the others when the server refuses one address, which waits for somebody to look at it", async () => {
    await choose("应急管理局填报人", {});
    await choose("应急管理局部门负责人", { email: "gone@example.cn" });
    await noteReopened();
    await tell();
    await makeDeliveries(db, minutes(5));
    const strict = await serve({
      refuse: (address) => (address.startsWith("gone@") ? { code: 550, text: "no such mailbox" } : undefined),
    });
    const outcomes = await Promise.allSettled((await unsent()).map((id) => send(strict, id)));
    const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(failures).toEqual([expect.any(FinalFailure)]);
    expect(String(failures[0])).toContain("no such mailbox");
    expect(String(failures[0])).not.toContain("gone@");
    expect(strict.taken.map(({ to }) => to?.[0]?.address)).toEqual(["safety@example.cn"]);
    expect(await unsent()).toHaveLength(1);

    const full = await serve({ refuse: () => ({ code: 452, text: "mailbox full" }) });
    const [id = ""] = await unsent();
    await expect(send(full, id)).rejects.not.toBeInstanceOf(FinalFailure);
  });

  it("are neither lost nor sent twice when the process that sends them is killed", async () => {
    await choose("应急管理局填报人", {});
    const id = await makeOne();
    const reached = Promise.withResolvers<void>();
    const holding = await serve({
      beforeAnswering: () => {
        reached.resolve();
        return new Promise<void>(() => undefined);
      },
    });
    const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "testing/send-one.ts")], {
      env: {
        ...process.env,
        APP_URL: appUrl,
        SMTP_URL: holding.url,
        DISTRICT_ID: district.districtId,
        DELIVERY_ID: id,
      },
      stdio: "inherit",
    });
    const ended = once(child, "exit");
    await reached.promise;
    child.kill("SIGKILL");
    await ended;
    await expect
      .poll(
        () =>
          send(server, id).then(
            () => "sent",
            () => "held",
          ),
        { timeout: 60_000 },
      )
      .toBe("sent");
    await send(server, id);
    expect(holding.taken).toEqual([]);
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([`<${id}@nianbao.example.cn>`]);
  });

  it("are found again when their job was lost, and forgotten after two months", async () => {
    await choose("应急管理局填报人", {});
    const id = await makeOne();
    const jobs = async () => {
      const { rows } = await db.execute<{ id: string }>(
        `select singleton_key as id from pgboss.job where name = 'send-delivery' and singleton_key = '${id}'`,
      );
      return rows.map((row) => row.id);
    };
    await db.execute(`delete from pgboss.job where singleton_key = '${id}'`);
    await cleanUpMessages(db, minutes(10));
    expect(await jobs()).toEqual([id]);
    await db.execute(`update pgboss.job set state = 'failed' where singleton_key = '${id}'`);
    await cleanUpMessages(db, minutes(10));
    expect(await jobs(), "one that failed waits for somebody").toEqual([id]);
    await cleanUpMessages(db, new Date(TEST_NOW.getTime() + 61 * 86_400_000));
    expect(await unsent()).toEqual([]);
  });
});
