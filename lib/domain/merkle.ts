/*
 * A Merkle tree as Certificate Transparency has it (RFC 6962, section 2.1): whoever holds a leaf and as many hashes as the
 * tree has levels can compute its root. Hashes are hexadecimal text.
 */

/** The tree's hash function, with the marks that keep a leaf from passing for a node. */
export type TreeHash = {
  /** Over 0x00 and the leaf's text. */
  leaf(text: string): string;
  /** Over 0x01 and the bytes of two hashes. */
  node(left: string, right: string): string;
};

/** A tree that only grows: the roots of its full parts, the largest first. Their sizes are the bits of `size`. */
export type GrowingTree = { size: number; peaks: readonly string[] };

export const EMPTY_TREE: GrowingTree = { size: 0, peaks: [] };

/** The tree with one leaf more at its end; `leaf` is a hash already, in hexadecimal digits. The tree given stays as it is. */
export function addLeaf(tree: GrowingTree, leaf: string, hash: TreeHash): GrowingTree {
  const peaks = [...tree.peaks];
  let added = leaf;
  // Two parts of the same size become one.
  for (let left = tree.size; left % 2 === 1; left = (left - 1) / 2) added = hash.node(peaks.pop() ?? "", added);
  return { size: tree.size + 1, peaks: [...peaks, added] };
}

/** The root of a tree that has at least one leaf. */
export function rootOf(tree: GrowingTree, hash: TreeHash): string {
  return tree.peaks.reduceRight((right, left) => hash.node(left, right));
}

/** The hashes beside the way from a leaf to the root, from the bottom up. */
export function pathOf(leaves: readonly string[], index: number, hash: TreeHash): string[] {
  if (leaves.length <= 1) return [];
  const half = halfOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...pathOf(left, index, hash), rootOfLeaves(right, hash)]
    : [...pathOf(right, index - half, hash), rootOfLeaves(left, hash)];
}

/** The root that a leaf and its path lead to; null where the path has not the length that the tree asks for. */
export function rootByPath(
  leaf: string,
  place: { index: number; size: number },
  path: readonly string[],
  hash: TreeHash,
): string | null {
  const { index, size } = place;
  if (index < 0 || index >= size) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const half = halfOf(size);
  const beside = path.at(-1);
  if (beside === undefined) return null;
  const [isLeft, below] = [index < half, path.slice(0, -1)];
  const within = isLeft ? { index, size: half } : { index: index - half, size: size - half };
  const reached = rootByPath(leaf, within, below, hash);
  if (reached === null) return null;
  return isLeft ? hash.node(reached, beside) : hash.node(beside, reached);
}

function rootOfLeaves(leaves: readonly string[], hash: TreeHash): string {
  return rootOf(
    leaves.reduce((tree, leaf) => addLeaf(tree, leaf, hash), EMPTY_TREE),
    hash,
  );
}

/** The largest power of two that is less than a number above one. */
function halfOf(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}
