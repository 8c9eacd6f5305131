import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number; it only has to be the same in every process that migrates. */
const MIGRATION_LOCK = 2_019_604_530;

/**
 * Brings the database at `ownerUrl` up to date and lets the app's ordinary role log in. Safe when several processes
 * start at once: the second waits and finds nothing to do.
 */
export async function migrate(ownerUrl: string, options: { appPassword: string }): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(client), { migrationsFolder: join(process.cwd(), "drizzle") });
    const [statement] = await client<{ text: string }[]>`
      select format('alter role nianbao_app login password %L', ${options.appPassword}::text) as text`;
    if (statement) await client.unsafe(statement.text);
    const [grant] = await client<{ text: string }[]>`
      select format('grant connect on database %I to nianbao_app', current_database()) as text`;
    if (grant) await client.unsafe(grant.text);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** The same server and database as `ownerUrl`, logged in as the ordinary role. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = "nianbao_app";
  url.password = encodeURIComponent(appPassword);
  return url.toString();
}
