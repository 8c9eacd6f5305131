import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";

/** Any number; it only has to be the same in every process that migrates. */
const MIGRATION_LOCK = 2_019_604_530;

/**
 * Brings the database at `ownerUrl` up to date and lets the app's ordinary role log in. Safe when several processes
 * start at once: the second waits and finds nothing to do.
 */
export async function migrate(ownerUrl: string, options: { appPassword: string }): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await runMigrations(drizzle(client), { migrationsFolder: join(process.cwd(), "drizzle") });
    await client.query(`alter role nianbao_app login password ${client.escapeLiteral(options.appPassword)}`);
    const database = client.escapeIdentifier(client.database ?? "");
    await client.query(`grant connect on database ${database} to nianbao_app`);
  } finally {
    await client.end();
  }
}

/** The same server and database as `ownerUrl`, logged in as the ordinary role. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = "nianbao_app";
  url.password = encodeURIComponent(appPassword);
  return url.toString();
}
