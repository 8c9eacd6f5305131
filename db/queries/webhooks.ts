import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { webhookCalls, webhooks } from "@/db/schema";
import type { Webhook, WebhookCall } from "@/lib/domain/webhook";

/** The addresses of a district without their secrets, oldest first. */
export async function listWebhooks(db: Db, params: { districtId: string }): Promise<Webhook[]> {
  return db
    .select({
      id: webhooks.id,
      name: webhooks.name,
      address: webhooks.address,
      topics: webhooks.topics,
      addedByName: webhooks.addedByName,
      addedAt: webhooks.addedAt,
    })
    .from(webhooks)
    .where(eq(webhooks.districtId, params.districtId))
    .orderBy(asc(webhooks.addedAt), asc(webhooks.id));
}

export async function insertWebhook(
  db: Db,
  { topics, ...row }: Webhook & { districtId: string; sealedSecret: string },
): Promise<void> {
  await db.insert(webhooks).values({ ...row, topics: [...topics] });
}

/** Gives its name; null where it was not there. */
export async function deleteWebhook(db: Db, params: { districtId: string; id: string }): Promise<string | null> {
  const rows = await db
    .delete(webhooks)
    .where(and(eq(webhooks.districtId, params.districtId), eq(webhooks.id, params.id)))
    .returning({ name: webhooks.name });
  return rows[0]?.name ?? null;
}

export async function insertWebhookCalls(
  db: Db,
  rows: readonly { districtId: string; id: string; webhookId: string; type: string; body: string; at: Date }[],
): Promise<void> {
  if (rows.length > 0) await db.insert(webhookCalls).values([...rows]);
}

/** The last calls to an address, newest first. */
export async function listWebhookCalls(
  db: Db,
  params: { districtId: string; webhookId: string; limit: number },
): Promise<WebhookCall[]> {
  return db
    .select({
      id: webhookCalls.id,
      webhookId: webhookCalls.webhookId,
      type: webhookCalls.type,
      at: webhookCalls.at,
      sentAt: webhookCalls.sentAt,
      attempts: webhookCalls.attempts,
      triedAt: webhookCalls.triedAt,
      problem: webhookCalls.problem,
    })
    .from(webhookCalls)
    .where(and(eq(webhookCalls.districtId, params.districtId), eq(webhookCalls.webhookId, params.webhookId)))
    .orderBy(desc(webhookCalls.at), desc(webhookCalls.id))
    .limit(params.limit);
}

/** The addresses that have not taken something that was tried more than once, by name. */
export async function listFailingWebhooks(
  db: Db,
  params: { districtId: string },
): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: webhooks.id, name: webhooks.name })
    .from(webhookCalls)
    .innerJoin(webhooks, and(eq(webhooks.districtId, webhookCalls.districtId), eq(webhooks.id, webhookCalls.webhookId)))
    .where(
      and(
        eq(webhookCalls.districtId, params.districtId),
        isNull(webhookCalls.sentAt),
        isNotNull(webhookCalls.problem),
        gt(webhookCalls.attempts, 1),
      ),
    )
    .orderBy(asc(webhooks.name));
}

/** A call that was not taken yet, with where it goes, locked until the transaction ends; null where another has the lock. */
export async function lockUnsentCall(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{ body: string; address: string; sealedSecret: string; webhookId: string } | null> {
  const rows = await db
    .select({
      body: webhookCalls.body,
      webhookId: webhookCalls.webhookId,
      address: webhooks.address,
      sealedSecret: webhooks.sealedSecret,
    })
    .from(webhookCalls)
    .innerJoin(webhooks, and(eq(webhooks.districtId, webhookCalls.districtId), eq(webhooks.id, webhookCalls.webhookId)))
    .where(
      and(eq(webhookCalls.districtId, params.districtId), eq(webhookCalls.id, params.id), isNull(webhookCalls.sentAt)),
    )
    .for("update", { of: webhookCalls, skipLocked: true });
  return rows[0] ?? null;
}

/** Whether a call still waits to be taken; null where it is gone. */
export async function isCallUnsent(db: Db, params: { districtId: string; id: string }): Promise<boolean | null> {
  const rows = await db.select({ sentAt: webhookCalls.sentAt }).from(webhookCalls).where(isCall(params));
  const [row] = rows;
  return row ? row.sentAt === null : null;
}

/** Notes how an attempt went: `problem` is null where the call was taken. */
export async function updateCallTried(
  db: Db,
  params: { districtId: string; id: string; at: Date; problem: string | null },
): Promise<void> {
  const { at, problem } = params;
  await db
    .update(webhookCalls)
    .set({ triedAt: at, problem, sentAt: problem === null ? at : null, attempts: sql`${webhookCalls.attempts} + 1` })
    .where(isCall(params));
}

/** Lets a call be sent once more; gives whose it is, null where it is not there. */
export async function updateCallReopened(db: Db, params: { districtId: string; id: string }): Promise<string | null> {
  const rows = await db
    .update(webhookCalls)
    .set({ sentAt: null, problem: null })
    .where(isCall(params))
    .returning({ webhookId: webhookCalls.webhookId });
  return rows[0]?.webhookId ?? null;
}

/** The oldest first. */
export async function listUnsentCalls(db: Db, params: { districtId: string; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: webhookCalls.id })
    .from(webhookCalls)
    .where(and(eq(webhookCalls.districtId, params.districtId), isNull(webhookCalls.sentAt)))
    .orderBy(asc(webhookCalls.at))
    .limit(params.limit);
  return rows.map(({ id }) => id);
}

export async function deleteCallsBefore(
  db: Db,
  params: { districtId: string; before: Date; limit: number },
): Promise<void> {
  const old = await db
    .select({ id: webhookCalls.id })
    .from(webhookCalls)
    .where(and(eq(webhookCalls.districtId, params.districtId), lt(webhookCalls.at, params.before)))
    .limit(params.limit);
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await db
    .delete(webhookCalls)
    .where(and(eq(webhookCalls.districtId, params.districtId), inArray(webhookCalls.id, ids)));
}

function isCall({ districtId, id }: { districtId: string; id: string }) {
  return and(eq(webhookCalls.districtId, districtId), eq(webhookCalls.id, id));
}
