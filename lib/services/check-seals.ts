import { createHash } from "node:crypto";
import type { Db } from "@/db/connect";
import { listRawEventsAfterId, type RawEvent } from "@/db/queries/sealed-events";
import type { HistoryFault } from "@/lib/domain/history-fault";
import { addLeaf, EMPTY_TREE, type GrowingTree, rootOf } from "@/lib/domain/merkle";
import { type Seal, type SealAlgorithm, sealedText } from "@/lib/domain/seal";
import { sealHash, treeHash } from "@/lib/services/hash";
import { lineOf } from "@/lib/services/seal-history";

const BATCH = 2000;

/** What the events themselves make of a seal's tree. */
type Grown = { root: string; peaks: string; upTo: number };
export type FollowedTrees = { add(raw: RawEvent): void; grownOf(seal: Seal): Grown | null };

/** Grows the trees of all algorithms in use while the events are read in their order, and keeps each where a seal ends. */
export function followTrees(seals: readonly Seal[]): FollowedTrees {
  const algorithms = [...new Set(seals.flatMap(({ tree }) => tree?.algorithm ?? []))];
  const trees = new Map<SealAlgorithm, GrowingTree>(algorithms.map((algorithm) => [algorithm, EMPTY_TREE]));
  const ends = new Set(seals.flatMap(({ tree }) => tree?.size ?? []));
  const grown = new Map<string, Grown>();
  let upTo = 0;
  return {
    add(raw) {
      upTo = Math.max(upTo, raw.id);
      if (algorithms.length === 0) return;
      const line = lineOf(raw);
      for (const [algorithm, tree] of trees) {
        const hash = treeHash(algorithm);
        const next = addLeaf(tree, hash.leaf(line), hash);
        trees.set(algorithm, next);
        if (ends.has(next.size)) {
          grown.set(`${algorithm} ${next.size}`, { root: rootOf(next, hash), peaks: next.peaks.join(), upTo });
        }
      }
    },
    grownOf: ({ tree }) => (tree ? (grown.get(`${tree.algorithm} ${tree.size}`) ?? null) : null),
  };
}

/** Computes every seal anew, in order, until one does not agree; gives that fault and the last seal that holds. */
export async function checkSeals(
  tx: Db,
  districtId: string,
  seals: readonly Seal[],
  trees: FollowedTrees,
): Promise<{ fault: HistoryFault | null; last: Seal | null }> {
  let last: Seal | null = null;
  let covered = 0;
  for (const seal of seals) {
    const expected = (last?.number ?? 0) + 1;
    if (seal.number !== expected) return { fault: { kind: "seal_missing", row: `seals ${expected}` }, last };
    const isSame = seal.tree
      ? isTreeSeal(seal, { districtId, last, covered, grown: trees.grownOf(seal) })
      : await isFormerSeal(tx, seal, { districtId, last });
    if (!isSame) return { fault: { kind: "seal_changed", row: `seals ${seal.number}` }, last };
    covered += seal.eventCount;
    last = seal;
  }
  return { fault: null, last };
}

function isTreeSeal(
  seal: Seal,
  found: { districtId: string; last: Seal | null; covered: number; grown: Grown | null },
): boolean {
  const { districtId, last, covered, grown } = found;
  const { tree, number, upToEventId, eventCount, sealedAt } = seal;
  if (!tree || !grown) return false;
  const { algorithm, size } = tree;
  const place = { districtId, number, previous: last?.hash ?? "", upToEventId, eventCount };
  const text = sealedText({ ...place, sealedAt: sealedAt.toISOString(), algorithm, size, root: grown.root });
  return (
    tree.root === grown.root &&
    // The next seal goes on from them.
    tree.peaks.join() === grown.peaks &&
    grown.upTo === upToEventId &&
    covered + eventCount === size &&
    sealHash(algorithm, text) === seal.hash
  );
}

/** A seal from before there were trees: one hash over the seal before and the text of each event since. */
async function isFormerSeal(
  tx: Db,
  seal: Seal,
  { districtId, last }: { districtId: string; last: Seal | null },
): Promise<boolean> {
  const found = await digestAfter(tx, districtId, last, seal.upToEventId);
  return found.hash === seal.hash && found.count === seal.eventCount && found.upTo === seal.upToEventId;
}

/** The hash of a former seal, over a district's events after one seal and up to an event. */
export async function digestAfter(
  tx: Db,
  districtId: string,
  before: Seal | null,
  upTo: number,
): Promise<{ hash: string; count: number; upTo: number }> {
  const digest = createHash("sha256").update(before?.hash ?? "");
  let count = 0;
  let last = before?.upToEventId ?? 0;
  for (;;) {
    const batch = await listRawEventsAfterId(tx, { districtId, afterId: last, limit: BATCH });
    const within = batch.filter((event) => event.id <= upTo);
    for (const event of within) digest.update(`\n${lineOf(event)}`);
    count += within.length;
    last = within.at(-1)?.id ?? last;
    if (batch.length < BATCH || within.length < batch.length) break;
  }
  return { hash: digest.digest("hex"), count, upTo: last };
}
