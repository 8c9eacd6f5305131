import { and, desc, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { readActor } from "@/db/queries/sign-in";
import { sessions, users } from "@/db/schema";
import type { Actor } from "@/lib/domain/access";
import type { OpenSession } from "@/lib/domain/session";

/** The content of the session cookie. */
export type SessionKey = { districtId: string; userId: string; sessionId: string };

/**
 * The person of a session as the database knows them now, and notes that they were there; null when the session was
 * ended, has run out or lay idle.
 */
export async function getSessionActor(
  db: Db,
  params: SessionKey & { now: Date; idleSince: Date; notedSince: Date },
): Promise<Actor | null> {
  const { districtId, sessionId, now, idleSince, notedSince } = params;
  const { rows } = await db.execute<{ actor: unknown }>(
    sql`select nianbao.load_session(${districtId}::uuid, ${sessionId}::uuid, ${now.toISOString()}::timestamptz, ${idleSince.toISOString()}::timestamptz, ${notedSince.toISOString()}::timestamptz) as actor`,
  );
  return readActor(rows[0]?.actor);
}

export async function insertSession(
  db: Db,
  row: {
    districtId: string;
    id: string;
    userId: string;
    epoch: number;
    startedAt: Date;
    endsAt: Date;
    source: string;
    userAgent: string;
    isProvedTwice: boolean;
  },
): Promise<void> {
  await db.insert(sessions).values({ ...row, seenAt: row.startedAt });
}

/** Whether what a session was opened by counts as two factors. */
export async function isSessionProvedTwice(db: Db, params: SessionKey): Promise<boolean> {
  const rows = await db
    .select({ isProvedTwice: sessions.isProvedTwice })
    .from(sessions)
    .where(and(eq(sessions.districtId, params.districtId), eq(sessions.id, params.sessionId)));
  return rows[0]?.isProvedTwice ?? false;
}

/** The open sessions of a person, newest first. */
export async function listOpenSessions(
  db: Db,
  params: { districtId: string; userId: string; now: Date; idleSince: Date },
): Promise<OpenSession[]> {
  return db
    .select({
      id: sessions.id,
      startedAt: sessions.startedAt,
      seenAt: sessions.seenAt,
      source: sessions.source,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .innerJoin(
      users,
      and(
        eq(users.districtId, sessions.districtId),
        eq(users.id, sessions.userId),
        eq(users.sessionEpoch, sessions.epoch),
      ),
    )
    .where(
      and(
        eq(sessions.districtId, params.districtId),
        eq(sessions.userId, params.userId),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, params.now),
        gt(sessions.seenAt, params.idleSince),
      ),
    )
    .orderBy(desc(sessions.startedAt));
}

/** When each person of the acting district was last there, by their id; to the app's role only where an administrator acts. */
export async function listLastSeen(db: Db, params: { districtId: string }): Promise<Map<string, Date>> {
  const { rows } = await db.execute<{ user_id: string; seen_at: string }>(
    sql`select user_id, seen_at from nianbao.last_seen(${params.districtId}::uuid)`,
  );
  return new Map(rows.map(({ user_id: userId, seen_at: seenAt }) => [userId, new Date(seenAt)]));
}

/** Ends one session of a person, or all but one. Says how many it ended. */
export async function updateSessionsEnded(
  db: Db,
  params: { districtId: string; userId: string; now: Date; which: { only: string } | { allBut: string } },
): Promise<number> {
  const { which } = params;
  const rows = await db
    .update(sessions)
    .set({ endedAt: params.now })
    .where(
      and(
        eq(sessions.districtId, params.districtId),
        eq(sessions.userId, params.userId),
        "only" in which ? eq(sessions.id, which.only) : ne(sessions.id, which.allBut),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, params.now),
      ),
    )
    .returning({ id: sessions.id });
  return rows.length;
}

/** Deletes a person's sessions that expired before `before`; the history still names them. */
export async function deleteOldSessions(
  db: Db,
  params: { districtId: string; userId: string; before: Date },
): Promise<void> {
  await db
    .delete(sessions)
    .where(
      and(
        eq(sessions.districtId, params.districtId),
        eq(sessions.userId, params.userId),
        lt(sessions.endsAt, params.before),
      ),
    );
}
