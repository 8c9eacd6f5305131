import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { connect, type Db } from "@/db/connect";
import { startEmbedded } from "@/db/embedded";
import { listSeals } from "@/db/queries/seals";
import { launchEnv } from "@/lib/env";
import { verifyHistory } from "@/lib/services/verify-history";
import type { Options } from "./nianbao-arguments";

/** A receipt prints so many digits of a seal. */
const FEWEST_DIGITS = 16;

/**
 * Holds everything that a database has of every district against its history and its seals. As the owner, whom no
 * policy holds back: no superuser is needed and no password of the app.
 */
export async function verify({ translate, seal }: Options): Promise<number> {
  const wanted = seal?.replace(/[\s·-]/g, "").toLowerCase();
  if (wanted !== undefined && !/^[0-9a-f]{16,64}$/.test(wanted)) {
    console.error(translate("command.seal_unclear", { digits: FEWEST_DIGITS }));
    return 2;
  }
  const server = await openServer();
  if (!server) {
    console.error(translate("command.no_database"));
    return 2;
  }
  const { db, close } = connect(server.ownerUrl, { max: 1 });
  try {
    const districts = await listDistricts(server.ownerUrl);
    if (districts.length === 0) console.log(translate("command.no_history"));
    let exitCode = 0;
    for (const district of districts) {
      if (!(await verifyDistrict(db, district, translate))) exitCode = 1;
    }
    if (wanted === undefined) return exitCode;
    return (await findSeal(db, districts, wanted, translate)) ? exitCode : 1;
  } finally {
    await close();
    await server.stop();
  }
}

type District = { id: string; name: string };

/** One snapshot: people may go on working meanwhile. */
async function verifyDistrict(db: Db, { id, name }: District, translate: Options["translate"]): Promise<boolean> {
  const found = await db.transaction((tx) => verifyHistory(tx, { districtId: id }), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  const { seals, holdsUpToEventId, unsealed, fault } = found;
  const key = found.isIntact ? "command.history_holds" : "command.history_broken";
  console.log(translate(key, { name, seals, event: holdsUpToEventId, unsealed }));
  if (fault)
    console.log(translate("command.fault_row", { row: fault.row, what: translate(`command.fault.${fault.kind}`) }));
  return found.isIntact;
}

async function findSeal(
  db: Db,
  districts: readonly District[],
  wanted: string,
  translate: Options["translate"],
): Promise<boolean> {
  for (const { id, name } of districts) {
    const seal = (await listSeals(db, { districtId: id })).find(({ hash }) => hash.startsWith(wanted));
    if (!seal) continue;
    console.log(
      translate("command.seal_found", { name, seal: wanted, number: seal.number, at: seal.sealedAt.toISOString() }),
    );
    return true;
  }
  console.log(translate("command.seal_not_found", { seal: wanted }));
  return false;
}

/** The server that the app uses: that of DATABASE_URL, or the built-in one where there is one, running or not. */
async function openServer(): Promise<{ ownerUrl: string; stop: () => Promise<void> } | null> {
  const { DATABASE_URL, dataDir } = launchEnv();
  if (DATABASE_URL !== undefined) return { ownerUrl: DATABASE_URL, stop: async () => undefined };
  if (!existsSync(join(dataDir, "postgres"))) return null;
  return await startEmbedded({ dataDir, say: () => undefined });
}

/** Also districts whose own row is gone while something of theirs is left. */
async function listDistricts(ownerUrl: string): Promise<District[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query(
      "select from pg_tables where schemaname = 'public' and tablename = 'history_heads'",
    );
    if (tables.rowCount === 0) return [];
    const { rows } = await client.query<District>(
      `select known.id, coalesce(o.name, known.id::text) as name
       from (select id from public.organisations where id = district_id
         union select district_id from public.history_heads union select district_id from public.events
         union select district_id from public.versions union select district_id from public.reports
         union select district_id from public.seals) known
       left join public.organisations o on o.district_id = known.id and o.id = known.id
       order by name`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
