import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/domain/canonical";
import type { TreeHash } from "@/lib/domain/merkle";
import type { SealAlgorithm } from "@/lib/domain/seal";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** SHA-256 of a file, as 64 hexadecimal digits. */
export function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 of a value's canonical JSON, as 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** The hash of a text by the algorithm of a seal, as 64 hexadecimal digits. */
export function sealHash(algorithm: SealAlgorithm, text: string): string {
  return createHash(algorithm).update(text).digest("hex");
}

/** The node hash of the Merkle tree whose root a seal holds. */
export function treeHash(algorithm: SealAlgorithm): TreeHash {
  return {
    leaf: (text) => createHash(algorithm).update(LEAF).update(text).digest("hex"),
    node: (left, right) =>
      createHash(algorithm)
        .update(NODE)
        .update(Buffer.from(left, "hex"))
        .update(Buffer.from(right, "hex"))
        .digest("hex"),
  };
}

/** A UUID derived from a value, the same for the same value: the id of a part of a request. */
export function uuidOf(value: unknown): string {
  const digits = hashOf(value);
  const part = (from: number, to: number) => digits.slice(from, to);
  return [part(0, 8), part(8, 12), `8${part(13, 16)}`, `8${part(17, 20)}`, part(20, 32)].join("-");
}
