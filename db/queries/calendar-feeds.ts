import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { readActor } from "@/db/queries/sign-in";
import { calendarFeeds } from "@/db/schema";
import type { Actor } from "@/lib/domain/access";
import { LANGUAGES, type Language } from "@/lib/domain/language";

/** Replaces a person's calendar address: the one before ends. */
export async function upsertCalendarFeed(
  db: Db,
  row: { districtId: string; userId: string; id: string; madeAt: Date },
): Promise<void> {
  const { id, madeAt } = row;
  await db
    .insert(calendarFeeds)
    .values(row)
    .onConflictDoUpdate({ target: [calendarFeeds.districtId, calendarFeeds.userId], set: { id, madeAt } });
}

/** The id of a person's calendar address; null where they have none. */
export async function getCalendarFeed(db: Db, params: { districtId: string; userId: string }): Promise<string | null> {
  const rows = await db
    .select({ id: calendarFeeds.id })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.districtId, params.districtId), eq(calendarFeeds.userId, params.userId)));
  return rows[0]?.id ?? null;
}

/** True where there was one. */
export async function deleteCalendarFeed(db: Db, params: { districtId: string; userId: string }): Promise<boolean> {
  const rows = await db
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.districtId, params.districtId), eq(calendarFeeds.userId, params.userId)))
    .returning({ id: calendarFeeds.id });
  return rows.length > 0;
}

/** Whose calendar it is, as the database knows them now, and in which language they read; null once it has ended. */
export async function getCalendarActor(
  db: Db,
  params: { id: string; now: Date },
): Promise<{ actor: Actor; language: Language } | null> {
  const { rows } = await db.execute<{ actor: unknown; language: string }>(
    sql`select actor, language from nianbao.load_calendar(${params.id}::uuid, ${params.now.toISOString()}::timestamptz)`,
  );
  const actor = readActor(rows[0]?.actor);
  const language = LANGUAGES.find((known) => known === rows[0]?.language) ?? LANGUAGES[0];
  return actor && { actor, language };
}
