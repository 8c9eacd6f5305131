import { type Db, withActor, withPublic, withScope } from "@/db/connect";
import { deleteOldApiCalls, getApiCallForUpdate, insertApiCall, updateApiCall } from "@/db/queries/api-answers";
import { listDistrictIds } from "@/db/queries/notices";
import type { Actor } from "@/lib/domain/access";
import { uuidOf } from "@/lib/services/hash";

const KEPT_MS = 24 * 3_600_000;

/** A call that a program named by a key of its own. */
export type NamedCall = { tokenId: string; key: string; callHash: string };

/** How a named call stands: to be carried out under this request id, answered before, or not the one that had the key. */
export type CallStanding =
  | { kind: "open"; requestId: string }
  | { kind: "answered"; status: number; answer: unknown }
  | { kind: "reused" };

/**
 * Takes the key of a call for a day. The same call again, also one that was cut off, gets the same request id, so that its
 * work is done once; another call cannot have the key.
 */
export async function beginNamedCall(db: Db, actor: Actor, call: NamedCall, now: Date): Promise<CallStanding> {
  const { districtId, userId } = actor;
  const { tokenId, key, callHash } = call;
  const of = { districtId, tokenId, key };
  const open = (at: Date): CallStanding => ({
    kind: "open",
    requestId: uuidOf({ tokenId, key, at: at.toISOString() }),
  });
  return withActor(db, actor, async (tx) => {
    if (await insertApiCall(tx, { ...of, userId, callHash, at: now })) return open(now);
    const kept = await getApiCallForUpdate(tx, of);
    if (!kept || now.getTime() - kept.at.getTime() > KEPT_MS) {
      await updateApiCall(tx, { ...of, set: { callHash, at: now, status: null, answer: null } });
      return open(now);
    }
    if (kept.callHash !== callHash) return { kind: "reused" };
    return kept.status === null ? open(kept.at) : { kind: "answered", status: kept.status, answer: kept.answer };
  });
}

/** Keeps what a named call was answered. */
export async function keepAnswer(
  db: Db,
  actor: Actor,
  { tokenId, key, ...set }: Omit<NamedCall, "callHash"> & { status: number; answer: unknown },
  _now: Date,
): Promise<void> {
  const { districtId } = actor;
  await withActor(db, actor, (tx) => updateApiCall(tx, { districtId, tokenId, key, set }));
}

/** Forgets the calls of more than a day ago. */
export async function forgetNamedCalls(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  for (const districtId of await withPublic(db, listDistrictIds)) {
    const byItself = { userId: null, scope: { districtId, units: "all" as const } };
    await withScope(db, byItself, (tx) => deleteOldApiCalls(tx, { districtId, before }));
  }
}
