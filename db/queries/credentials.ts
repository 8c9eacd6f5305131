import { sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";

/** Which credential is checked: the password, or a one-time code. */
export type CredentialKind = "password" | "code";

/** Whether a hash that was computed from what somebody typed is the stored one. The stored one never leaves its table. */
export async function isCredential(
  db: Db,
  params: { districtId: string; userId: string; kind: CredentialKind; computed: string },
): Promise<boolean> {
  const { districtId, userId, kind, computed } = params;
  const { rows } = await db.execute<{ is_right: boolean }>(
    sql`select nianbao.is_credential(${districtId}::uuid, ${userId}::uuid, ${kind}, ${computed}) as is_right`,
  );
  return rows[0]?.is_right ?? false;
}

/** Sets a new password, given the hash of the present one or of an unused code; null when that hash is wrong. */
export async function updatePassword(
  db: Db,
  params: { districtId: string; userId: string; kind: CredentialKind; proof: string; passwordHash: string; now: Date },
): Promise<{ sessionEpoch: number } | null> {
  const { districtId, userId, kind, proof, passwordHash, now } = params;
  const { rows } = await db.execute<{ epoch: number | null }>(
    sql`select nianbao.set_password(${districtId}::uuid, ${userId}::uuid, ${kind}, ${proof}, ${passwordHash}, ${now.toISOString()}::timestamptz) as epoch`,
  );
  const epoch = rows[0]?.epoch ?? null;
  return epoch === null ? null : { sessionEpoch: epoch };
}

/** Replaces the password by a one-time code and ends all sessions; the actor is an administrator. */
export async function updateCode(
  db: Db,
  params: { districtId: string; userId: string; codeHash: string; expiresAt: Date },
): Promise<void> {
  await updateCodes(db, { ...params, codes: [params] });
}

/** As `updateCode` for many at once. */
export async function updateCodes(
  db: Db,
  params: { districtId: string; codes: readonly { userId: string; codeHash: string }[]; expiresAt: Date },
): Promise<void> {
  const { districtId, expiresAt } = params;
  const codes = params.codes.map(({ userId, codeHash }) => ({ userId, codeHash }));
  await inBatches(codes, (part) =>
    db.execute(
      sql`select nianbao.give_codes(${districtId}::uuid, ${JSON.stringify(part)}::jsonb, ${expiresAt.toISOString()}::timestamptz)`,
    ),
  );
}

/** The password of an account that has none and no code; the acting person is an administrator, or sets up a district. */
export async function insertPassword(
  db: Db,
  params: { districtId: string; userId: string; passwordHash: string },
): Promise<void> {
  const { districtId, userId, passwordHash } = params;
  await db.execute(sql`select nianbao.give_first_password(${districtId}::uuid, ${userId}::uuid, ${passwordHash})`);
}

export async function deleteCode(db: Db, params: { districtId: string; userId: string }): Promise<void> {
  await db.execute(sql`select nianbao.forget_code(${params.districtId}::uuid, ${params.userId}::uuid)`);
}
