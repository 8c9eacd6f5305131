import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { users } from "@/db/schema";
import { type Actor, permissionsOf, ROLES, scopeOfMemberships } from "@/lib/domain/access";
import type { SignInNotice } from "@/lib/domain/sign-in-notice";
import { SignInNoticeSchema } from "@/lib/domain/sign-in-notice";

const SignInRowSchema = z.object({
  district_id: z.string(),
  user_id: z.string(),
  name: z.string(),
  /** The parameters and salt of the stored hash, without the hash: what was typed is hashed with them and compared in the database. */
  password_salt: z.string().nullable(),
  code_salt: z.string().nullable(),
  code_expires_at: z.coerce.date().nullable(),
  session_epoch: z.number(),
  is_active: z.boolean(),
});

export type SignInRow = z.infer<typeof SignInRowSchema>;

/** What signing in reads of an account, before anybody is authenticated. */
export async function getSignInRow(db: Db, params: { account: string }): Promise<SignInRow | null> {
  const { rows } = await db.execute(sql`select * from nianbao.sign_in_lookup(${params.account})`);
  return rows[0] ? SignInRowSchema.parse(rows[0]) : null;
}

const ActorRowSchema = z.object({
  userId: z.string(),
  account: z.string(),
  name: z.string(),
  districtId: z.string(),
  districtName: z.string(),
  memberships: z.array(z.object({ organisationId: z.string(), role: z.enum(ROLES) })),
  heldBack: z.array(z.enum(ROLES)),
});

/** A person as the database knows them now; null when gone, deactivated or signed out everywhere since that epoch. */
export async function getActor(
  db: Db,
  params: { districtId: string; userId: string; sessionEpoch: number; now: Date },
): Promise<Actor | null> {
  const { rows } = await db.execute<{ actor: unknown }>(
    sql`select nianbao.load_actor(${params.districtId}::uuid, ${params.userId}::uuid, ${params.sessionEpoch}::integer, ${params.now.toISOString()}::timestamptz) as actor`,
  );
  return readActor(rows[0]?.actor);
}

/** Reads what the database's own functions say of a person. */
export function readActor(stored: unknown): Actor | null {
  if (!stored) return null;
  const row = ActorRowSchema.parse(stored);
  return {
    ...row,
    permissions: permissionsOf(row.memberships),
    scope: scopeOfMemberships(row.districtId, row.memberships),
  };
}

/** What the sign-in page says of the open cycle; null unless the installation has exactly one district. */
export async function getSignInNotice(db: Db): Promise<SignInNotice | null> {
  const { rows } = await db.execute<{ notice: unknown }>(sql`select nianbao.sign_in_notice() as notice`);
  return rows[0]?.notice ? SignInNoticeSchema.parse(rows[0].notice) : null;
}

/** Takes the lock on setting up, waiting for a process that is setting up an empty installation. */
export async function lockSetUp(db: Db): Promise<void> {
  // A cluster of several machines asks them one after the other here: a transaction that reads them all and then writes to
  // one that others refer to is refused otherwise. Any other server knows no such setting and keeps it aside.
  await db.execute(
    sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true), set_config('citus.multi_shard_modify_mode', 'sequential', true)`,
  );
  await db.execute(sql`select pg_advisory_xact_lock(2019604532)`);
}

/** True once any district exists. */
export async function isSetUp(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ done: boolean }>(sql`select nianbao.is_set_up() as done`);
  return rows[0]?.done ?? false;
}

/** A person who proves who they are by something else than their account; null where there is none. */
export async function getSignInPerson(
  db: Db,
  params: { districtId: string; userId: string },
): Promise<{ account: string; name: string; sessionEpoch: number; deactivatedAt: Date | null } | null> {
  const rows = await db
    .select({
      account: users.account,
      name: users.name,
      sessionEpoch: users.sessionEpoch,
      deactivatedAt: users.deactivatedAt,
    })
    .from(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.userId)));
  return rows[0] ?? null;
}
