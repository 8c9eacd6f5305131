import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { connect, withScope } from "@/db/connect";
import { startEmbedded } from "@/db/embedded";
import { launchEnv } from "@/lib/env";
import { verifyHistory } from "@/lib/services/seal-history";
import type { Options } from "./nianbao-arguments";

/** Computes every seal of every district anew and says up to where its history holds. */
export async function verify({ translate }: Options): Promise<number> {
  const server = await openServer();
  if (!server) {
    console.error(translate("command.no_database"));
    return 2;
  }
  const { db, close } = connect(server.ownerUrl);
  let exitCode = 0;
  try {
    const districts = await listDistricts(server.ownerUrl);
    if (districts.length === 0) console.log(translate("command.no_history"));
    for (const { id, name } of districts) {
      const found = await withScope(db, { userId: null, scope: { districtId: id, units: "all" } }, (tx) =>
        verifyHistory(tx, { districtId: id }),
      );
      const { seals, holdsUpToEventId, unsealed } = found;
      const key = found.isIntact ? "command.history_holds" : "command.history_broken";
      console.log(translate(key, { name, seals, event: holdsUpToEventId, unsealed }));
      if (!found.isIntact) exitCode = 1;
    }
  } finally {
    await close();
    await server.stop();
  }
  return exitCode;
}

/** The server that the app uses: that of DATABASE_URL, or the built-in one where there is one, running or not. */
async function openServer(): Promise<{ ownerUrl: string; stop: () => Promise<void> } | null> {
  const { DATABASE_URL, dataDir } = launchEnv();
  if (DATABASE_URL !== undefined) return { ownerUrl: DATABASE_URL, stop: async () => undefined };
  if (!existsSync(join(dataDir, "postgres"))) return null;
  return await startEmbedded({ dataDir, say: () => undefined });
}

/** Seen as the owner, whom no scope holds back: a command checks all that the server holds. */
async function listDistricts(ownerUrl: string): Promise<{ id: string; name: string }[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query("select 1 from pg_tables where tablename = 'organisations'");
    if (tables.rows.length === 0) return [];
    const { rows } = await client.query<{ id: string; name: string }>(
      "select id, name from organisations where id = district_id order by name",
    );
    return rows;
  } finally {
    await client.end();
  }
}
