import { randomUUID } from "node:crypto";
import { type Db, withPublic, withScope } from "@/db/connect";
import type { EventRecord } from "@/db/queries/events";
import { insertJobs, insertLostJob } from "@/db/queries/jobs";
import { listDistrictIds } from "@/db/queries/notices";
import {
  deleteCallsBefore,
  insertWebhookCalls,
  isCallUnsent,
  listUnsentCalls,
  listWebhooks,
  lockUnsentCall,
  updateCallTried,
} from "@/db/queries/webhooks";
import { FinalFailure, type JobData } from "@/lib/domain/job";
import { webhookMessage } from "@/lib/domain/webhook";
import { secretOfWebhook } from "@/lib/services/webhook-secret";

/** How long calls are kept, to be looked at and sent again. */
const KEPT_MS = 60 * 86_400_000;
const LONGEST_PROBLEM = 300;
/** What is left over is cleaned up the next time. */
const MOST_AT_ONCE = 5_000;

const byItself = (districtId: string) => ({ userId: null, scope: { districtId, units: "all" as const } });

/** Inserts what addresses are told of these events in the transaction that writes them, and queues its sending. */
export async function writeWebhookCalls(
  tx: Db,
  { districtId, at, records }: { districtId: string; at: Date; records: readonly EventRecord[] },
): Promise<void> {
  const messages = records.flatMap(({ event, ...subject }) => webhookMessage(event, subject, at) ?? []);
  if (messages.length === 0) return;
  const webhooks = await listWebhooks(tx, { districtId });
  const calls = messages.flatMap(({ type, topic, body }) =>
    webhooks
      .filter(({ topics }) => topics.includes(topic))
      .map(({ id: webhookId }) => ({ districtId, id: randomUUID(), webhookId, type, body, at })),
  );
  if (calls.length === 0) return;
  await insertWebhookCalls(tx, calls);
  const jobs = calls.map(({ id, webhookId }) => ({ key: id, data: { districtId, id }, group: webhookId }));
  await insertJobs(tx, { queue: "send-webhook", jobs });
}

/** How a call is posted; whatever it throws is tried again, except a `FinalFailure`. */
export type PostCall = (
  call: { id: string; address: string; secret: string; body: string },
  now: Date,
) => Promise<void>;

/**
 * Sends one call, once: its row stays locked until the address has taken it. Only what dies between the address's word and
 * the note of it is sent again, under the same id. How the attempt went is noted either way.
 *
 * @throws FinalFailure where trying again will not help; any other error where it may
 */
export async function sendWebhook(
  db: Db,
  data: JobData["send-webhook"],
  { post, appSecret }: { post: PostCall; appSecret: string },
  clock: () => Date,
): Promise<void> {
  const { districtId, id } = data;
  const failed: { error: unknown }[] = [];
  await withScope(db, byItself(districtId), async (tx) => {
    const call = await lockUnsentCall(tx, { districtId, id });
    if (!call) {
      if ((await isCallUnsent(tx, { districtId, id })) === true) throw new Error("another process sends it");
      return;
    }
    const problem = await attempt({ ...call, id }, { post, appSecret }, clock()).catch((error: unknown) => {
      failed.push({ error });
      return (error instanceof Error ? error.message : "it could not be reached").slice(0, LONGEST_PROBLEM);
    });
    await updateCallTried(tx, { districtId, id, at: clock(), problem });
  });
  for (const { error } of failed) throw error;
}

async function attempt(
  {
    id,
    webhookId,
    address,
    body,
    sealedSecret,
  }: { id: string } & NonNullable<Awaited<ReturnType<typeof lockUnsentCall>>>,
  { post, appSecret }: { post: PostCall; appSecret: string },
  now: Date,
): Promise<null> {
  const secret = secretOfWebhook(sealedSecret, { id: webhookId, appSecret });
  if (secret === null) throw new FinalFailure("the address was added with another NEXTAUTH_SECRET; add it again");
  await post({ id, address, secret, body }, now);
  return null;
}

/** Queues calls whose job was lost with a killed process again, and deletes old ones. */
export async function cleanUpWebhookCalls(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  for (const districtId of await withPublic(db, listDistrictIds)) {
    await withScope(db, byItself(districtId), async (tx) => {
      await deleteCallsBefore(tx, { districtId, before, limit: MOST_AT_ONCE });
      for (const id of await listUnsentCalls(tx, { districtId, limit: MOST_AT_ONCE })) {
        await insertLostJob(tx, { queue: "send-webhook", key: id, data: { districtId, id } });
      }
    });
  }
}
