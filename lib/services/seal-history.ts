import { type Db, withPublic, withScope } from "@/db/connect";
import { lockHistory } from "@/db/queries/events";
import { listRawEventsAfter, listUnsealedDistricts, type RawEvent } from "@/db/queries/sealed-events";
import { getNewestSeal, insertSeal } from "@/db/queries/seals";
import { addLeaf, EMPTY_TREE, type GrowingTree, rootOf } from "@/lib/domain/merkle";
import { startOfDayInShanghai } from "@/lib/domain/office-day";
import { type Seal, type SealAlgorithm, sealedLine, sealedText } from "@/lib/domain/seal";
import { sealAlgorithm } from "@/lib/env";
import { sealHash, treeHash } from "@/lib/services/hash";

const BATCH = 2000;

/**
 * Seals all events of a district that are not sealed yet: a hash over the root of a tree that has every event as a leaf,
 * chained to the seal before, so that of each single event it can be proven that it is sealed. Gives the newest seal,
 * or null when there is nothing to seal. The caller's transaction sees the whole district.
 */
export async function sealHistory(
  tx: Db,
  params: { districtId: string; now: Date; algorithm?: SealAlgorithm },
): Promise<Seal | null> {
  await lockHistory(tx, params);
  const last = await getNewestSeal(tx, params);
  const algorithm = params.algorithm ?? sealAlgorithm();
  const { tree, upTo, count } = await growTree(tx, { districtId: params.districtId, last, algorithm });
  if (count === 0) return last;
  const root = rootOf(tree, treeHash(algorithm));
  const place = { number: (last?.number ?? 0) + 1, upToEventId: upTo, eventCount: count };
  const { size, peaks } = tree;
  const { districtId, now } = params;
  const sealed = {
    ...place,
    districtId,
    previous: last?.hash ?? "",
    sealedAt: now.toISOString(),
    algorithm,
    size,
    root,
  };
  const seal: Seal = {
    ...place,
    hash: sealHash(algorithm, sealedText(sealed)),
    sealedAt: now,
    tree: { algorithm, size, root, peaks },
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
      await lockHistory(tx, { districtId });
      const isDue = (await listUnsealedDistricts(tx, { before })).includes(districtId);
      if (isDue) await sealHistory(tx, { districtId, now });
    });
  }
  return districts.length;
}

/** The tree of the last seal with the leaves of all events since; of another algorithm it is grown from the first event. */
async function growTree(
  tx: Db,
  params: { districtId: string; last: Seal | null; algorithm: SealAlgorithm },
): Promise<{ tree: GrowingTree; upTo: number; count: number }> {
  const { districtId, last, algorithm } = params;
  const hash = treeHash(algorithm);
  let tree: GrowingTree = last?.tree?.algorithm === algorithm ? last.tree : EMPTY_TREE;
  let upTo = last?.upToEventId ?? 0;
  let count = 0;
  for (;;) {
    const batch = await listRawEventsAfter(tx, { districtId, afterNumber: tree.size, limit: BATCH });
    for (const raw of batch) {
      tree = addLeaf(tree, hash.leaf(lineOf(raw)), hash);
      if (raw.id > (last?.upToEventId ?? 0)) count += 1;
      upTo = Math.max(upTo, raw.id);
    }
    if (batch.length < BATCH) return { tree, upTo, count };
  }
}

/** What a seal holds of an event, from its row. */
export function lineOf(raw: RawEvent): string {
  const data: unknown = JSON.parse(raw.dataText);
  return sealedLine({ ...raw, at: new Date(Number(raw.atMicros) / 1000), data });
}
