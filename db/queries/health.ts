import { sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import journal from "@/drizzle/meta/_journal.json";

/** When the newest migration of this build was made, which is also its number in the database. */
export const NEWEST_MIGRATION = Math.max(...journal.entries.map((entry) => entry.when));

/** Whether the database takes writes, and its newest migration. */
export async function readDatabaseState(db: Db): Promise<{ isReadOnly: boolean; newestMigration: number }> {
  const { rows } = await db.execute<{ is_read_only: boolean; newest: string | null }>(sql`
    select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as is_read_only,
      (select max(created_at)::text from drizzle.__drizzle_migrations) as newest`);
  return { isReadOnly: rows[0]?.is_read_only ?? true, newestMigration: Number(rows[0]?.newest ?? 0) };
}

/** Writes one small row durably; throws when writing is impossible. */
export async function probeWriting(db: Db, params: { now: Date }): Promise<void> {
  await db.execute(sql`
    insert into rate_limits (key, points, expire) values ('health', 1, ${params.now.toISOString()}::timestamptz)
    on conflict (key) do update set points = (rate_limits.points + 1) % 1000, expire = excluded.expire`);
}

/** The server's version, the size of this database, and the connections that the app's role has to it. */
export async function readServerState(db: Db): Promise<{
  version: string;
  bytes: number;
  connections: { used: number; idle: number; most: number };
}> {
  const { rows } = await db.execute<{ version: string; bytes: string; used: number; idle: number; most: number }>(sql`
    select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes,
      count(*) filter (where state <> 'idle')::int as used, count(*) filter (where state = 'idle')::int as idle,
      current_setting('max_connections')::int as most
    from pg_stat_activity where datname = current_database() and usename = current_user`);
  const [row] = rows;
  if (!row) throw new Error("the server said nothing of itself");
  const { version, bytes, used, idle, most } = row;
  return { version, bytes: Number(bytes), connections: { used, idle, most } };
}
