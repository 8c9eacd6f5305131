import { createHash } from "node:crypto";
import { type Db, withPublic, withScope } from "@/db/connect";
import { holdHistory, listRawEventsAfterId, listUnsealedDistricts, type RawEvent } from "@/db/queries/events";
import { getNewestSeal, insertSeal } from "@/db/queries/seals";
import { canonicalJson } from "@/lib/domain/canonical";
import { startOfDayInShanghai } from "@/lib/domain/office-day";
import type { Seal } from "@/lib/domain/seal";

const BATCH = 2000;

/**
 * Seals all events of a district that are not sealed yet: a hash over each of them, chained to the seal before. Gives
 * the newest seal, or null when there is nothing to seal. The caller's transaction sees the whole district.
 */
export async function sealHistory(tx: Db, params: { districtId: string; now: Date }): Promise<Seal | null> {
  await holdHistory(tx, params);
  const last = await getNewestSeal(tx, params);
  const sealed = await digestAfter(tx, params.districtId, last, null);
  if (sealed.count === 0) return last;
  const seal: Seal = {
    number: (last?.number ?? 0) + 1,
    upToEventId: sealed.upTo,
    eventCount: sealed.count,
    hash: sealed.hash,
    sealedAt: params.now,
  };
  await insertSeal(tx, { ...seal, districtId: params.districtId });
  return seal;
}

/**
 * Seals every district that has events of a day that is over, so that each day's work is sealed in the night after it.
 * Any number of processes may do so at once: the second finds nothing left.
 */
export async function sealFinishedDays(db: Db, now: Date): Promise<number> {
  const before = startOfDayInShanghai(now);
  const districts = await withPublic(db, (tx) => listUnsealedDistricts(tx, { before }));
  for (const districtId of districts) {
    await withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
      await holdHistory(tx, { districtId });
      const isDue = (await listUnsealedDistricts(tx, { before })).includes(districtId);
      if (isDue) await sealHistory(tx, { districtId, now });
    });
  }
  return districts.length;
}

/** The hash over a district's events after one seal and up to an event, or up to the last. */
export async function digestAfter(
  tx: Db,
  districtId: string,
  before: Seal | null,
  upTo: number | null,
): Promise<{ hash: string; count: number; upTo: number }> {
  const digest = createHash("sha256").update(before?.hash ?? "");
  let count = 0;
  let last = before?.upToEventId ?? 0;
  for (;;) {
    const batch = await listRawEventsAfterId(tx, { districtId, afterId: last, limit: BATCH });
    const within = upTo === null ? batch : batch.filter((event) => event.id <= upTo);
    for (const event of within) digest.update(`\n${lineOf(event)}`);
    count += within.length;
    last = within.at(-1)?.id ?? last;
    if (batch.length < BATCH || within.length < batch.length) break;
  }
  return { hash: digest.digest("hex"), count, upTo: last };
}

function lineOf({ number: _number, hash: _hash, atMicros, type, dataText, ...event }: RawEvent): string {
  const at = new Date(Number(atMicros) / 1000).toISOString();
  const data: unknown = JSON.parse(dataText);
  return canonicalJson({ ...event, at, event: { type, data } });
}
