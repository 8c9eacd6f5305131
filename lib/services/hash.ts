import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/domain/canonical";

/** SHA-256 of a file, as 64 hexadecimal digits. */
export function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 of a value's canonical JSON, as 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** A UUID that says the same for the same value: the name of a part of a request. */
export function uuidOf(value: unknown): string {
  const digits = hashOf(value);
  const part = (from: number, to: number) => digits.slice(from, to);
  return [part(0, 8), part(8, 12), `8${part(13, 16)}`, `8${part(17, 20)}`, part(20, 32)].join("-");
}
