import { and, asc, count, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { passkeys } from "@/db/schema";
import type { Passkey } from "@/lib/domain/passkey";

type Of = { districtId: string; userId: string };

/** What is checked of a passkey, and kept of it. */
export type PasskeyRow = {
  id: string;
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: string[];
};

const isOf = ({ districtId, userId }: Of) => and(eq(passkeys.districtId, districtId), eq(passkeys.userId, userId));

/** The passkeys of a person, the oldest first. */
export async function listPasskeys(db: Db, params: Of): Promise<(Passkey & PasskeyRow)[]> {
  return db
    .select({
      id: passkeys.id,
      credentialId: passkeys.credentialId,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
      transports: passkeys.transports,
      name: passkeys.name,
      madeAt: passkeys.madeAt,
      usedAt: passkeys.usedAt,
      isBackedUp: passkeys.isBackedUp,
    })
    .from(passkeys)
    .where(isOf(params))
    .orderBy(asc(passkeys.madeAt), asc(passkeys.id));
}

export async function countPasskeys(db: Db, params: Of): Promise<number> {
  const rows = await db.select({ count: count() }).from(passkeys).where(isOf(params));
  return rows[0]?.count ?? 0;
}

/** False where that key is there already. */
export async function insertPasskey(
  db: Db,
  row: Of & PasskeyRow & { isMultiDevice: boolean; isBackedUp: boolean; name: string; madeAt: Date },
): Promise<boolean> {
  const rows = await db.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id });
  return rows.length > 0;
}

/** Notes a use; false where the same challenge, or a newer one, was answered before. */
export async function updatePasskeyUsed(
  db: Db,
  params: Of & { id: string; counter: number; isBackedUp: boolean; challengedAt: Date; at: Date },
): Promise<boolean> {
  const { id, counter, isBackedUp, challengedAt, at: usedAt } = params;
  const rows = await db
    .update(passkeys)
    .set({ counter, isBackedUp, challengedAt, usedAt })
    .where(
      and(
        isOf(params),
        eq(passkeys.id, id),
        or(isNull(passkeys.challengedAt), lt(passkeys.challengedAt, challengedAt)),
      ),
    )
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

/** Gives its name; null where there is none. */
export async function deletePasskey(db: Db, params: Of & { id: string }): Promise<string | null> {
  const rows = await db
    .delete(passkeys)
    .where(and(isOf(params), eq(passkeys.id, params.id)))
    .returning({ name: passkeys.name });
  return rows[0]?.name ?? null;
}

/** All of a person's; gives how many there were. */
export async function deletePasskeys(db: Db, params: Of): Promise<number> {
  const rows = await db.delete(passkeys).where(isOf(params)).returning({ id: passkeys.id });
  return rows.length;
}
