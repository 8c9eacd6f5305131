import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe } from "vitest";
import type { Db } from "@/db/connect";
import { withActor, withScope } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listUnsentCalls } from "@/db/queries/webhooks";
import { buildOpenDistrict, buildWorkingDistrict, request, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { postWebhook } from "@/lib/channels/post-webhook";
import { startWebhookServer, type WebhookServer } from "@/lib/channels/testing/webhook-server";
import type { Actor } from "@/lib/domain/access";
import { FinalFailure } from "@/lib/domain/job";
import type { WebhookTopic } from "@/lib/domain/webhook";
import { addWebhook, removeWebhook, resendCall } from "@/lib/services/change-webhooks";
import { loadWebhooks } from "@/lib/services/load-webhooks";
import { returnSubmission } from "@/lib/services/return-submission";
import { cleanUpWebhookCalls, type PostCall, sendWebhook } from "@/lib/services/tell-webhooks";

const appSecret = "a secret of the app that is long enough";
const clock = () => TEST_NOW;

describe("an address that is told what happens", () => {
  let server: WebhookServer;
  beforeEach(async () => {
    server = await startWebhookServer({ now: clock });
  });
  afterEach(() => server.stop());

  const post: PostCall = (call, now) => postWebhook(call, { now, standIn: { origin: server.origin, patienceMs: 200 } });

  async function add(db: Db, admin: Actor, topics: WebhookTopic[]): Promise<void> {
    const input = { ...request(), name: "公文系统", webhookAddress: "https://oa.example/in", topics, appSecret };
    server.secret = (await addWebhook(db, admin, input, TEST_NOW)).secret ?? "";
  }

  const unsent = (db: Db, districtId: string) =>
    withScope(db, { userId: null, scope: { districtId, units: "all" } }, (tx) =>
      listUnsentCalls(tx, { districtId, limit: 100 }),
    );

  async function send(db: Db, districtId: string): Promise<string[]> {
    const failures: string[] = [];
    for (const id of await unsent(db, districtId)) {
      await sendWebhook(db, { districtId, id }, { post, appSecret }, clock).catch((error: Error) =>
        failures.push(error.message),
      );
    }
    return failures;
  }

  async function prepare(db: Db) {
    const district = await buildOpenDistrict(db);
    const admin = district.person("工委管委办公室管理员");
    const submit = async () => {
      await district.desk("finance").declareNil("litigation", TEST_NOW);
      await district.desk("finance").submit("litigation", TEST_NOW);
    };
    const waiting = () => unsent(db, district.districtId);
    return { district, admin, submit, waiting, send: () => send(db, district.districtId) };
  }

  test("is told of its topics alone, with what it was about and nothing that was written", async ({ db }) => {
    const { district, admin, submit, send: sendAll, waiting } = await prepare(db);
    await add(db, admin, ["published"]);
    await submit();
    expect(await waiting()).toEqual([]);
    await add(db, admin, ["sections"]);
    const reviewer = district.person("工委管委办公室审核人");
    const { id: submissionId, revision: expectedRevision } = await district.desk("finance").find("litigation");
    const back = { ...request(), submissionId, expectedRevision, reason: "请再核对一次", dueAt: TEST_DUE };
    await returnSubmission(db, reviewer, back, TEST_NOW);
    expect(await sendAll()).toEqual([]);
    const body = [...server.taken.values()].join("");
    expect(JSON.parse(body)).toMatchObject({
      type: "section.returned",
      timestamp: TEST_NOW.toISOString(),
      data: { submissionId, sectionId: "litigation", version: 1, reportId: null },
    });
    expect(body).not.toContain("核对");
  });

  test("gets everything once that happened while it was away, slow or ill", async ({ db }) => {
    const { admin, submit, send: sendAll, waiting } = await prepare(db);
    await add(db, admin, ["sections"]);
    await submit();
    const [id = ""] = await waiting();
    const { origin } = server;
    await server.stop();
    expect(await sendAll()).toEqual([expect.stringContaining("ECONNREFUSED")]);
    const { secret } = server;
    server = await startWebhookServer({ now: clock, port: Number(new URL(origin).port) });
    server.secret = secret;
    const failed = (await loadWebhooks(db, admin, {}, TEST_NOW))[0]?.calls[0];
    expect(failed).toMatchObject({ id, attempts: 1, sentAt: null, problem: expect.stringContaining("ECONNREFUSED") });
    server.misbehave = "hang";
    expect(await sendAll()).toEqual([expect.stringMatching(/abort|time/i)]);
    server.misbehave = null;
    expect(await sendAll()).toEqual([]);
    expect([...server.taken.keys()]).toEqual([id]);
  });

  test("is tried again under the same id after a fault, and not once it has taken the call", async ({ db }) => {
    const { admin, submit, send: sendAll, waiting, district } = await prepare(db);
    await add(db, admin, ["sections"]);
    await submit();
    const [id = ""] = await waiting();
    server.misbehave = { status: 500 };
    expect(await sendAll()).toEqual(["it answered 500"]);
    server.misbehave = null;
    expect(await sendAll()).toEqual([]);
    await sendWebhook(db, { districtId: district.districtId, id }, { post, appSecret }, clock);
    expect([...server.taken.keys()]).toEqual([id]);
    expect(server.calls).toBe(2);
    const call = (await loadWebhooks(db, admin, {}, TEST_NOW))[0]?.calls[0];
    expect(call).toMatchObject({ attempts: 2, sentAt: TEST_NOW, problem: null });
  });

  test("is sent a call once more by an administrator, who sees how it went", async ({ db }) => {
    const { admin, submit, send: sendAll, district } = await prepare(db);
    await add(db, admin, ["sections"]);
    await submit();
    await sendAll();
    const [webhook] = await loadWebhooks(db, admin, {}, TEST_NOW);
    const webhookId = webhook?.id ?? "";
    const callId = webhook?.calls[0]?.id ?? "";
    const clerk = district.person("财政局填报人");
    await expect(resendCall(db, clerk, { ...request(), callId }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await resendCall(db, admin, { ...request(), callId }, TEST_NOW);
    expect(await sendAll()).toEqual([]);
    expect([server.calls, server.taken.size]).toEqual([2, 1]);
    await removeWebhook(db, admin, { ...request(), webhookId }, TEST_NOW);
    expect(await loadWebhooks(db, admin, {}, TEST_NOW)).toEqual([]);
    const filter = { types: ["webhook_added", "webhook_removed"] as const };
    const events = await withActor(db, admin, (tx) => listEvents(tx, { scope: admin.scope, filter, limit: 5 }));
    expect(events.map(({ event }) => event.type)).toEqual(["webhook_removed", "webhook_added"]);
    expect(JSON.stringify(events), "an address may hold a secret").not.toContain(webhook?.address ?? "nothing");
  });

  test("gets what was lost with the process that sent it, and nothing that is older than it is kept", async ({
    db,
  }) => {
    const { admin, submit, waiting } = await prepare(db);
    await add(db, admin, ["sections"]);
    await submit();
    const [id = ""] = await waiting();
    const jobs = async () => {
      const { rows } = await db.execute(
        sql`select from pgboss.job where name = 'send-webhook' and singleton_key = ${id}`,
      );
      return rows.length;
    };
    expect(await jobs()).toBe(1);
    await db.execute(sql`delete from pgboss.job where singleton_key = ${id}`);
    await cleanUpWebhookCalls(db, TEST_NOW);
    expect(await jobs()).toBe(1);
    await cleanUpWebhookCalls(db, new Date(TEST_NOW.getTime() + 61 * 86_400_000));
    expect(await waiting()).toEqual([]);
  });

  test("is not told with another secret of the app, and says why", async ({ db }) => {
    const { admin, submit, waiting, district } = await prepare(db);
    await add(db, admin, ["sections"]);
    await submit();
    const [id = ""] = await waiting();
    const sending = sendWebhook(
      db,
      { districtId: district.districtId, id },
      { post, appSecret: `${appSecret}!` },
      clock,
    );
    await expect(sending).rejects.toThrow(FinalFailure);
  });

  test("is told of nothing that was rolled back", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const admin = district.person("工委管委办公室管理员");
    await add(db, admin, ["sections"]);
    const { id: submissionId } = await district.desk("finance").find("active");
    const wrong = { ...request(), submissionId, expectedRevision: 99, reason: "请核对" };
    const reviewer = district.person("工委管委办公室审核人");
    await expect(returnSubmission(db, reviewer, wrong, TEST_NOW)).rejects.toMatchObject({ code: "wrong_state" });
    expect(await unsent(db, district.districtId)).toEqual([]);
  });
});
