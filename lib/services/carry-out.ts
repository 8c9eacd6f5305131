import { type Db, withActor } from "@/db/connect";
import { type EventSubject, insertEvents } from "@/db/queries/events";
import { getRequestResult, insertRequest, updateRequestResult } from "@/db/queries/requests";
import type { Actor } from "@/lib/domain/access";
import type { DomainEvent } from "@/lib/domain/events";

/** Writes what happened, in the transaction that makes it happen. */
export type Record = (subject: EventSubject, event: DomainEvent) => Promise<void>;

/**
 * Carries out what one person asked, once: the change, its events and the mark that this request was done are one
 * transaction. The same request again, even at the same moment, gives the first one's answer and changes nothing.
 *
 * `work` gives plain JSON, since the answer is kept.
 */
export async function carryOut<Result>(
  db: Db,
  actor: Actor,
  call: { requestId: string; now: Date },
  work: (tx: Db, record: Record) => Promise<Result>,
  readAgain: (kept: unknown) => Result,
): Promise<Result> {
  return withActor(db, actor, async (tx) => {
    const request = { districtId: actor.districtId, userId: actor.userId, id: call.requestId };
    const isFirst = await insertRequest(tx, { ...request, at: call.now });
    if (!isFirst) return readAgain(await getRequestResult(tx, request));

    const record: Record = (subject, event) =>
      insertEvents(tx, { districtId: actor.districtId, at: call.now, actor, records: [{ ...subject, event }] });
    const result = await work(tx, record);
    if (result !== undefined) await updateRequestResult(tx, { ...request, result });
    return result;
  });
}

/** For requests whose answer is nothing. */
export function nothing(): void {
  return;
}
