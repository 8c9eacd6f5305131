import { type Db, withActor } from "@/db/connect";
import { listWebhookCalls, listWebhooks } from "@/db/queries/webhooks";
import { type Actor, may } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { Webhook, WebhookCall } from "@/lib/domain/webhook";
import type { NoInput } from "@/lib/services/no-input";

const SHOWN_CALLS = 10;

/** An address with its last calls, newest first. */
export type WebhookWithCalls = Webhook & { calls: WebhookCall[] };

/**
 * Loads the addresses that are told what happens, with how the last calls to them went.
 *
 * @throws Refusal not_permitted
 */
export async function loadWebhooks(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<WebhookWithCalls[]> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => {
    const webhooks = await listWebhooks(tx, { districtId });
    const calls = await Promise.all(
      webhooks.map(({ id: webhookId }) => listWebhookCalls(tx, { districtId, webhookId, limit: SHOWN_CALLS })),
    );
    return webhooks.map((webhook, index) => ({ ...webhook, calls: calls[index] ?? [] }));
  });
}
