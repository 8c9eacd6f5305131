import type { Db } from "@/db/connect";
import { deleteRecoveryCodes, insertRecoveryCodes } from "@/db/queries/recovery-codes";
import type { Actor } from "@/lib/domain/access";
import { newRecoveryCodes, recoveryDigest } from "@/lib/services/totp";

/** Makes new codes for paper, within a transaction that is open already; those that there were are void. */
export async function replaceCodes(tx: Db, { districtId, userId }: Actor, appSecret: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await deleteRecoveryCodes(tx, { districtId, userId });
  const digests = codes.map((code) => recoveryDigest(code, { userId, appSecret }));
  await insertRecoveryCodes(tx, { districtId, userId, digests });
  return codes;
}
