import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { prepareJobQueue } from "./job-queue";
import { giveRightsTo } from "./move-rights";

/** The key of the advisory lock on migrating, the same in every process. */
const MIGRATION_LOCK = 2_019_604_530;

/** What the migrations call the app's ordinary role; each database has its own, which is put in its place. */
const ROLE_IN_MIGRATIONS = "nianbao_app";

const JournalSchema = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

/**
 * Brings the database at `ownerUrl` up to date for the ordinary role `appRole`, which exists already. Everything is one
 * transaction, its lock too: several machines may start at once and a pooler may stand in between; the others wait and
 * find nothing to do.
 *
 * `beforeUpgrade` is asked before the tables of an installation with data are changed; what it throws leaves them as
 * they are.
 */
export async function migrate(
  ownerUrl: string,
  options: { appRole: string; beforeUpgrade?: (missing: readonly string[]) => Promise<void> },
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await holdMigrations(client);
    const missing = await listMissing(client);
    if (missing.length > 0 && (await hasData(client))) await options.beforeUpgrade?.(missing);
    await applyMigrations(client, options.appRole);
    await client.query("commit");
  } finally {
    await client.end();
  }
  await prepareJobQueue(ownerUrl, options.appRole);
}

/** How many migrations a start would apply, and how many the database has that this build does not know. */
export async function countMissingMigrations(ownerUrl: string): Promise<{ missing: number; newer: number }> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const known = new Set((await listMigrations()).map(({ when }) => when));
    const { rowCount } = await client.query(
      "select from pg_tables where schemaname = 'drizzle' and tablename = '__drizzle_migrations'",
    );
    if (rowCount === 0) return { missing: known.size, newer: 0 };
    const { rows } = await client.query<{ created_at: string }>("select created_at from drizzle.__drizzle_migrations");
    const applied = new Set(rows.map((row) => Number(row.created_at)));
    const missing = [...known].filter((when) => !applied.has(when)).length;
    return { missing, newer: [...applied].filter((when) => !known.has(when)).length };
  } finally {
    await client.end();
  }
}

/** The migrations of this build that a database does not have, by name. */
async function listMissing(client: Client): Promise<string[]> {
  const applied = new Set(await listApplied(client));
  return (await listMigrations()).filter(({ when }) => !applied.has(when)).map(({ tag }) => tag);
}

/** The numbers of the migrations that a database has; none where it was never used. */
export async function listApplied(client: Client): Promise<number[]> {
  const tables = await client.query("select from pg_tables where schemaname = 'drizzle'");
  if (tables.rowCount === 0) return [];
  const { rows } = await client.query<{ at: string }>(
    "select created_at::text as at from drizzle.__drizzle_migrations order by created_at",
  );
  return rows.map(({ at }) => Number(at));
}

/** By the table's size, which no policy of an older version hides from its owner. */
async function hasData(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ has_data: boolean | null }>(
    "select pg_relation_size(to_regclass('public.organisations')) > 0 as has_data",
  );
  return rows[0]?.has_data ?? false;
}

/** Takes the lock on migrating and restoring until the transaction ends. */
export async function holdMigrations(client: Client): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
}

/** Applies the migrations that are missing, all or only those that are `wanted` by number, and gives the role its rights. */
export async function applyMigrations(client: Client, appRole: string, wanted?: ReadonlySet<number>): Promise<void> {
  // Whatever the owner, the role or the database are called and set to: a table without a schema belongs in "public".
  await client.query("set local search_path to public, pg_temp");
  await applyMissing(client, appRole, wanted);
  await giveRightsTo(client, appRole);
  // The app compares the newest migration with its own.
  await client.query(`grant usage on schema drizzle to ${appRole}`);
  await client.query(`grant select on drizzle.__drizzle_migrations to ${appRole}`);
}

/** The table is drizzle's own, so that its tools go on working. */
async function applyMissing(client: Client, appRole: string, wanted?: ReadonlySet<number>): Promise<void> {
  await client.query("create schema if not exists drizzle");
  await client.query(
    "create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  const applied = new Set(await listApplied(client));
  for (const { tag, when } of await listMigrations()) {
    if (applied.has(when) || (wanted && !wanted.has(when))) continue;
    const text = await readFile(join(process.cwd(), "drizzle", `${tag}.sql`), "utf8");
    for (const statement of text.split("--> statement-breakpoint")) {
      await client.query(forRole(statement, appRole));
    }
    const hash = createHash("sha256").update(text).digest("hex");
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [hash, when]);
  }
}

/** The migrations of this build, oldest first; `when` is a migration's number in the database. */
export async function listMigrations(): Promise<{ tag: string; when: number }[]> {
  const journal = await readFile(join(process.cwd(), "drizzle/meta/_journal.json"), "utf8");
  return JournalSchema.parse(JSON.parse(journal)).entries;
}

/** `appRole` is a plain lower-case name (`isRoleName`), so that it needs no quotes wherever it stands. */
function forRole(statement: string, appRole: string): string {
  return statement.replaceAll(ROLE_IN_MIGRATIONS, appRole);
}
