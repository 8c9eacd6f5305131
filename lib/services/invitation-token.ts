import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const KEY_BYTES = 32;
const ID_BYTES = 16;
const PROOF_BYTES = 32;

/** Which invitation a link names. */
export type InvitationKey = { districtId: string; userId: string; invitationId: string };

/**
 * The code in the link of an invitation: which one it is, and a proof by the app's secret. Only a hash of the proof is
 * stored; the mail is composed later, by whichever process sends it, and has the same code each time it is tried.
 */
export function invitationTokenOf(key: InvitationKey, appSecret: string): { token: string; proof: string } {
  const ids = Buffer.concat([key.districtId, key.userId, key.invitationId].map(bytesOfId));
  const proof = proofOf(ids, appSecret);
  return { token: Buffer.concat([ids, proof]).toString("base64url"), proof: proof.toString("base64url") };
}

/** The invitation that a link names; null where we did not make it. Says nothing of whether it still holds. */
export function readInvitationToken(token: string, appSecret: string): (InvitationKey & { proof: string }) | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 3 * ID_BYTES + PROOF_BYTES) return null;
  const ids = bytes.subarray(0, 3 * ID_BYTES);
  const proof = bytes.subarray(3 * ID_BYTES);
  if (!timingSafeEqual(proof, proofOf(ids, appSecret))) return null;
  const [districtId = "", userId = "", invitationId = ""] = [0, 1, 2].map((at) => idOfBytes(ids, at * ID_BYTES));
  return { districtId, userId, invitationId, proof: proof.toString("base64url") };
}

function proofOf(ids: Buffer, appSecret: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", appSecret, "", "nianbao invitation", KEY_BYTES));
  return createHmac("sha256", key).update(ids).digest();
}

function bytesOfId(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOfBytes(bytes: Buffer, from: number): string {
  const hex = bytes.subarray(from, from + ID_BYTES).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
