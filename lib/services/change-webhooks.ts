import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { insertJob } from "@/db/queries/jobs";
import { deleteWebhook, insertWebhook, listWebhooks, updateCallReopened } from "@/db/queries/webhooks";
import { type Actor, may } from "@/lib/domain/access";
import type { AddWebhookInput, RemoveWebhookInput, ResendCallInput } from "@/lib/domain/inputs/webhook";
import { Refusal } from "@/lib/domain/refusal";
import { isWebhookAddress } from "@/lib/domain/webhook";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { newWebhookSecret } from "@/lib/services/webhook-secret";

const MOST_WEBHOOKS = 10;

/**
 * Adds an address that is told what happens, and gives the secret by which it knows our calls, once: a repeated request
 * gives null.
 *
 * @throws Refusal not_permitted, wrong_place and too_many_webhooks with `most`
 */
export async function addWebhook(
  db: Db,
  actor: Actor,
  input: AddWebhookInput & { appSecret: string },
  now: Date,
): Promise<{ secret: string | null }> {
  let secret: string | null = null;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      if (!isWebhookAddress(input.webhookAddress)) throw new Refusal("wrong_place");
      const { districtId, name: addedByName } = actor;
      const known = await listWebhooks(tx, { districtId });
      if (known.length >= MOST_WEBHOOKS) throw new Refusal("too_many_webhooks", { most: MOST_WEBHOOKS });
      const id = randomUUID();
      const made = newWebhookSecret({ id, appSecret: input.appSecret });
      secret = made.secret;
      const { sealedSecret } = made;
      const { name, webhookAddress: address, topics } = input;
      await insertWebhook(tx, { districtId, id, name, address, topics, sealedSecret, addedByName, addedAt: now });
      await record({}, { type: "webhook_added", data: { name, host: new URL(address).host } });
    },
    withoutResult,
  );
  return { secret };
}

/**
 * Removes an address with what it was told and what waits for it.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function removeWebhook(db: Db, actor: Actor, input: RemoveWebhookInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const name = await deleteWebhook(tx, { districtId, id: input.webhookId });
      if (name === null) throw new Refusal("not_found");
      await record({}, { type: "webhook_removed", data: { name } });
    },
    withoutResult,
  );
}

/**
 * Sends a call once more, with the id that it had: whoever has taken it knows it again.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function resendCall(db: Db, actor: Actor, input: ResendCallInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const id = input.callId;
      const webhookId = await updateCallReopened(tx, { districtId, id });
      if (webhookId === null) throw new Refusal("not_found");
      await insertJob(tx, { queue: "send-webhook", key: id, data: { districtId, id }, group: webhookId });
    },
    withoutResult,
  );
}
