import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { events, users } from "@/db/schema";
import { foldName } from "@/lib/domain/fold-name";
import type { Language } from "@/lib/domain/language";
import type { NoticeChoice, NoticeSettings } from "@/lib/domain/notice";

/** False when the account name, or one that looks the same, is taken, in this district or another. */
export async function insertUser(
  db: Db,
  row: {
    districtId: string;
    id: string;
    account: string;
    name: string;
    createdAt: Date;
    isSystem?: boolean;
  },
): Promise<boolean> {
  return (await insertUsers(db, [row])) === 1;
}

/** As `insertUser` for many at once, of one district; gives how many of the account names were free. */
export async function insertUsers(db: Db, rows: readonly Parameters<typeof insertUser>[1][]): Promise<number> {
  let count = 0;
  await inBatches(rows, async (part) => {
    const wanted = part.map((row) => ({ ...row, userId: row.id, foldedAccount: foldName(row.account) }));
    const sent = JSON.stringify(
      wanted.map(({ districtId, userId, account, foldedAccount }) => ({ districtId, userId, account, foldedAccount })),
    );
    const { rows: taken } = await db.execute<{ id: string }>(
      sql`select id from nianbao.take_accounts(${sent}::jsonb) as id`,
    );
    const isTaken = new Set(taken.map(({ id }) => id));
    const added = wanted.filter(({ id }) => isTaken.has(id));
    if (added.length > 0) await db.insert(users).values(added);
    count += added.length;
  });
  return count;
}

/** Those of these accounts, by folded name, that somebody in any district has; for administrators. */
export async function listTakenAccounts(db: Db, params: { accounts: readonly string[] }): Promise<string[]> {
  if (params.accounts.length === 0) return [];
  const folded = JSON.stringify([...new Set(params.accounts.map(foldName))]);
  const { rows } = await db.execute<{ account: string }>(
    sql`select account from nianbao.taken_accounts(${folded}::jsonb) as account`,
  );
  return rows.map((row) => row.account);
}

/** Whether somebody has a password; who signs in by a provider may have none. */
export async function hasPassword(db: Db, params: { districtId: string; userId: string }): Promise<boolean> {
  const rows = await db
    .select({ hasPassword: users.hasPassword })
    .from(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.userId)));
  return rows[0]?.hasPassword === true;
}

/** The account of a person or a system; null where there is none. */
export async function getAccountName(db: Db, params: { districtId: string; id: string }): Promise<string | null> {
  const rows = await db
    .select({ account: users.account })
    .from(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.id)));
  return rows[0]?.account ?? null;
}

/** A person, locked; an account of a system is none. */
export async function getUserForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{
  id: string;
  account: string;
  name: string;
  hasPassword: boolean;
  codeExpiresAt: Date | null;
  deactivatedAt: Date | null;
  email: string | null;
} | null> {
  const rows = await db
    .select({
      id: users.id,
      account: users.account,
      name: users.name,
      hasPassword: users.hasPassword,
      codeExpiresAt: users.codeExpiresAt,
      deactivatedAt: users.deactivatedAt,
      email: users.email,
    })
    .from(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.id), eq(users.isSystem, false)))
    .for("update");
  return rows[0] ?? null;
}

/** Changes a person; `endsSessions` signs them out everywhere. Gives the session epoch that holds now. */
export async function updateUser(
  db: Db,
  params: {
    districtId: string;
    id: string;
    endsSessions: boolean;
    set: Partial<{
      name: string;
      deactivatedAt: Date | null;
      email: string | null;
      noticeLanguage: Language;
      noticeChoice: NoticeChoice;
    }>;
  },
): Promise<number> {
  const rows = await db
    .update(users)
    .set({ ...params.set, ...(params.endsSessions ? { sessionEpoch: sql`${users.sessionEpoch} + 1` } : {}) })
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.id)))
    .returning({ sessionEpoch: users.sessionEpoch });
  return rows[0]?.sessionEpoch ?? 0;
}

/** A person's notification settings; null when there is no such person. */
export async function getNoticeSettings(
  db: Db,
  params: { districtId: string; userId: string },
): Promise<NoticeSettings | null> {
  const rows = await db
    .select({ email: users.email, language: users.noticeLanguage, choice: users.noticeChoice })
    .from(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.userId)));
  return rows[0] ?? null;
}

/** True once the history has an event by this person; setting the password is the first. */
export async function hasActed(db: Db, params: { districtId: string; id: string }): Promise<boolean> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.districtId, params.districtId), eq(events.actorId, params.id)))
    .limit(1);
  return rows.length > 0;
}

/** Deletes a person who never signed in, with their roles; the database refuses one who has a password. */
export async function deleteUser(db: Db, params: { districtId: string; id: string }): Promise<boolean> {
  const rows = await db
    .delete(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.id)))
    .returning({ foldedAccount: users.foldedAccount });
  const [gone] = rows;
  if (!gone) return false;
  await db.execute(sql`select nianbao.give_back_account(${params.districtId}, ${gone.foldedAccount})`);
  return true;
}
