import { channel } from "node:diagnostics_channel";
import { type Db, withActor } from "@/db/connect";
import { type EventRecord, type EventSubject, insertEvents } from "@/db/queries/events";
import { getRequestResult, insertRequest, updateRequestResult } from "@/db/queries/requests";
import type { Actor } from "@/lib/domain/access";
import type { DomainEvent } from "@/lib/domain/events";
import { writeNoticesOfEvents } from "@/lib/services/notify-people";
import { sealHistory } from "@/lib/services/seal-history";
import { writeWebhookCalls } from "@/lib/services/tell-webhooks";

/** The diagnostics channel that receives the types of committed events. */
const written = channel("nianbao.events");

/** Records an event; it is written in the same transaction. */
export type RecordEvent = (subject: EventSubject, event: DomainEvent) => Promise<void>;

/**
 * Carries out what one person asked, once: the change, its events, what people are to be told of them and the mark that
 * this request was done are one transaction. The same request again, even at the same moment, gives the first one's answer and changes nothing.
 *
 * `work` gives plain JSON, since the answer is kept. Its events are written last, since numbering them holds back
 * everybody else who writes some; `seals` seals the history with them.
 */
export async function carryOut<Result>(
  db: Db,
  actor: Actor,
  call: { requestId: string; now: Date; seals?: boolean },
  work: (tx: Db, record: RecordEvent) => Promise<Result>,
  readAgain: (kept: unknown) => Result,
): Promise<Result> {
  const eventTypes: string[] = [];
  const answer = await withActor(db, actor, async (tx) => {
    const request = { districtId: actor.districtId, userId: actor.userId, id: call.requestId };
    const isFirst = await insertRequest(tx, { ...request, at: call.now });
    if (!isFirst) return readAgain(await getRequestResult(tx, request));

    const { districtId } = actor;
    const records: EventRecord[] = [];
    const result = await work(tx, async (subject, event) => {
      records.push({ ...subject, event });
      eventTypes.push(event.type);
    });
    await writeNoticesOfEvents(tx, { districtId, at: call.now, actorId: actor.userId, records });
    await writeWebhookCalls(tx, { districtId, at: call.now, records });
    await Promise.all([
      result === undefined ? null : updateRequestResult(tx, { ...request, result }),
      insertEvents(tx, { districtId, at: call.now, actor, records }),
    ]);
    if (call.seals) await sealHistory(tx, { districtId, now: call.now });
    return result;
  });
  written.publish(eventTypes);
  return answer;
}

/** `readAgain` for requests without a result. */
export function withoutResult(): void {
  return;
}
