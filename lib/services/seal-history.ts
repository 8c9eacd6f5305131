import { createHash } from "node:crypto";
import type { Db } from "@/db/connect";
import { holdHistory, listEventsAfter, type StoredEvent } from "@/db/queries/events";
import { getNewestSeal, insertSeal, listSeals, type Seal } from "@/db/queries/seals";
import { canonicalJson } from "@/lib/domain/canonical";

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
  const isWritten = await insertSeal(tx, { ...seal, districtId: params.districtId });
  return isWritten ? seal : getNewestSeal(tx, params);
}

export type Verification = {
  /** True when every seal agrees with the events it covers. */
  isIntact: boolean;
  seals: number;
  /** The last event up to which the history holds, and when that was sealed. */
  holdsUpToEventId: number;
  lastSeal: Seal | null;
  /** Events after the last seal. */
  unsealed: number;
};

/** Computes every seal anew and says up to where the history holds. */
export async function verifyHistory(tx: Db, params: { districtId: string }): Promise<Verification> {
  const all = await listSeals(tx, params);
  let before: Seal | null = null;
  for (const seal of all) {
    const found = await digestAfter(tx, params.districtId, before, seal.upToEventId);
    if (found.hash !== seal.hash || found.count !== seal.eventCount || found.upTo !== seal.upToEventId) {
      return {
        isIntact: false,
        seals: all.length,
        holdsUpToEventId: before?.upToEventId ?? 0,
        lastSeal: before,
        unsealed: 0,
      };
    }
    before = seal;
  }
  const rest = await digestAfter(tx, params.districtId, before, null);
  return {
    isIntact: true,
    seals: all.length,
    holdsUpToEventId: before?.upToEventId ?? 0,
    lastSeal: before,
    unsealed: rest.count,
  };
}

async function digestAfter(
  tx: Db,
  districtId: string,
  before: Seal | null,
  upTo: number | null,
): Promise<{ hash: string; count: number; upTo: number }> {
  const digest = createHash("sha256").update(before?.hash ?? "");
  let count = 0;
  let last = before?.upToEventId ?? 0;
  for (;;) {
    const batch = await listEventsAfter(tx, { districtId, afterId: last, limit: BATCH });
    const within = upTo === null ? batch : batch.filter((event) => event.id <= upTo);
    for (const event of within) digest.update(`\n${lineOf(event)}`);
    count += within.length;
    last = within.at(-1)?.id ?? last;
    if (batch.length < BATCH || within.length < batch.length) break;
  }
  return { hash: digest.digest("hex"), count, upTo: last };
}

function lineOf({ at, ...event }: StoredEvent): string {
  return canonicalJson({ ...event, at: at.toISOString() });
}
