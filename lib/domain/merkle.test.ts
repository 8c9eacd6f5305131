import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addLeaf, EMPTY_TREE, pathOf, rootByPath, rootOf } from "./merkle";

const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((digest, part) => digest.update(part), createHash("sha256")).digest("hex");
const hash = {
  leaf: (text: string) => sha256(Uint8Array.of(0), text),
  node: (left: string, right: string) => sha256(Uint8Array.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex")),
};
const grow = (leaves: readonly string[]) => leaves.reduce((tree, leaf) => addLeaf(tree, leaf, hash), EMPTY_TREE);

/** As RFC 6962 defines it, word for word. */
function defined(leaves: readonly string[]): string {
  const [first = ""] = leaves;
  if (leaves.length === 1) return first;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return hash.node(defined(leaves.slice(0, half)), defined(leaves.slice(half)));
}

describe("a tree of hashes", () => {
  it("has the root of the RFC's own example", () => {
    // The test vectors of Certificate Transparency: eight leaves, given as bytes.
    const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const leaves = inputs.map((hex) => sha256(Uint8Array.of(0), Buffer.from(hex, "hex")));
    expect(rootOf(grow(leaves), hash)).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    expect(rootOf(grow(leaves.slice(0, 3)), hash)).toBe(
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    );
  });

  it("gives the root of RFC 6962 leaf by leaf, with a valid path for each leaf", () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = Array.from({ length: size }, (_, index) => hash.leaf(String(index)));
      const root = rootOf(grow(leaves), hash);
      expect(root).toBe(defined(leaves));
      for (const [index, leaf] of leaves.entries()) {
        expect(rootByPath(leaf, { index, size }, pathOf(leaves, index, hash), hash)).toBe(root);
      }
    }
  });

  it("has no place before the first leaf, and a tree of one leaf no path", () => {
    const leaf = hash.leaf("0");
    expect(rootByPath(leaf, { index: -1, size: 1 }, [], hash)).toBeNull();
    expect(rootByPath(leaf, { index: 0, size: 1 }, [leaf], hash)).toBeNull();
    expect(rootByPath(leaf, { index: 0, size: 1 }, [], hash)).toBe(leaf);
  });

  it("does not verify another leaf, another index, another size or an altered path", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), (size, first, second) => {
        const leaves = Array.from({ length: size }, (_, index) => hash.leaf(String(index)));
        const [index, other] = [first % size, second % size];
        const leaf = leaves[index] ?? "";
        const path = pathOf(leaves, index, hash);
        const root = rootOf(grow(leaves), hash);
        expect(rootByPath(hash.leaf("forged"), { index, size }, path, hash)).not.toBe(root);
        if (other !== index) expect(rootByPath(leaf, { index: other, size }, path, hash)).not.toBe(root);
        expect(rootByPath(leaf, { index, size }, path.slice(1), hash)).not.toBe(root);
        expect(rootByPath(leaf, { index, size }, [...path, leaf], hash)).not.toBe(root);
        expect(rootByPath(leaf, { index, size }, path.toReversed().with(0, leaf), hash)).not.toBe(root);
        expect(rootByPath(leaf, { index: size, size }, path, hash)).toBeNull();
      }),
    );
  });
});
