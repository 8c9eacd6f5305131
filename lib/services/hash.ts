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
