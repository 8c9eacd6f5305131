import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { queriesOn } from "@/db/connect";
import { listKnownDistricts } from "@/db/known-districts";
import { applyMigrations, holdMigrations } from "@/db/migrate";
import { verifyHistory } from "@/lib/services/verify-history";
import { BackupProblem } from "./backup-problem";
import type { BackupRecord, Manifest } from "./backup-records";
import { type ReadBackup, readBackup } from "./read-backup";
import { type CopiedTable, copyRows, listCopiedTables, writeAsPlainText } from "./table-rows";

export type RestoredDistrict = { name: string; events: number; seals: number };
export type Restored = ReadBackup & { districts: RestoredDistrict[] };

/** Tables that an app without any data has written to: counters, and the probe of its health. */
const COUNTERS: readonly string[] = ["rate_limits", "guesses"];

/**
 * Puts a backup into the empty database at `ownerUrl`. The file was read to its end first; now one transaction makes the
 * tables as they were, fills them, reads every one again and holds it against the manifest, brings them up to this build,
 * and replays the history with its seals. Whatever is not as it was leaves the database as it was found.
 */
export async function restoreBackup(params: {
  ownerUrl: string;
  appRole: string;
  path: string;
  passphrase: string | null;
  /** What `checkBackup` found in the file. */
  checked: ReadBackup;
}): Promise<Restored> {
  const { path, passphrase, appRole } = params;
  const { about, manifest } = params.checked;
  const client = new Client({ connectionString: params.ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local lock_timeout = '20s'");
    await holdMigrations(client);
    await clearEmptyDatabase(client, appRole);
    await applyMigrations(client, appRole, new Set(about.migrations));
    await writeAsPlainText(client);
    await fillTables(client, path, passphrase);
    await holdAgainst(client, manifest);
    await applyMigrations(client, appRole);
    const districts = await verifyDistricts(client);
    await client.query("commit");
    await client.query("analyze");
    return { about, manifest, districts };
  } finally {
    await client.end();
  }
}

/** Takes away the tables of an installation in which nothing was done yet; refuses one in which something was. */
async function clearEmptyDatabase(client: Client, appRole: string): Promise<void> {
  const users = await client.query(
    "select from pg_stat_activity where datname = current_database() and usename = $1 and pid <> pg_backend_pid()",
    [appRole],
  );
  if (users.rowCount !== 0) throw new BackupProblem("target_in_use");
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('public.%I', tablename) as name from pg_tables where schemaname = 'public'",
  );
  const ours = await client.query("select from pg_tables where schemaname = 'drizzle'");
  if (tables.length > 0 && ours.rowCount === 0) {
    throw new BackupProblem("target_foreign", { table: tables[0]?.name ?? "" });
  }
  for (const { name } of tables) {
    await client.query(`lock table ${name} in access exclusive mode`);
    if (COUNTERS.some((counter) => name === `public.${counter}`)) continue;
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    if (rowCount !== 0) throw new BackupProblem("target_not_empty", { table: name.replace("public.", "") });
  }
  if (tables.length > 0) await client.query(`drop table ${tables.map(({ name }) => name).join(", ")} cascade`);
  await client.query("drop schema if exists nianbao cascade");
  await client.query("drop schema if exists drizzle cascade");
  // Jobs of what was there; the next start makes the queue anew.
  await client.query("drop schema if exists pgboss cascade");
}

/**
 * The rows as they are in the file. The triggers that number events, keep history append-only and guard who may do what
 * stand aside meanwhile: these rows were written under them once.
 */
async function fillTables(client: Client, path: string, passphrase: string | null): Promise<void> {
  const tables = await listCopiedTables(client);
  for (const { name } of tables) await client.query(`alter table ${nameOf(client, name)} disable trigger user`);
  const records = readBackup(path, passphrase);
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const record = next.value;
    if (record.kind === "table") {
      const rows = Readable.from(rowsOfTable(records), { objectMode: false });
      await pipeline(rows, client.query(copyFrom(copyInto(client, tables, record))));
    } else if (record.kind === "manifest") {
      for (const { name, value } of record.manifest.sequences) {
        await client.query("select setval($1::regclass, $2::bigint)", [nameOf(client, name), value]);
      }
    }
  }
  for (const { name } of tables) await client.query(`alter table ${nameOf(client, name)} enable trigger user`);
}

async function* rowsOfTable(records: AsyncGenerator<BackupRecord>): AsyncGenerator<Buffer> {
  for (let next = await records.next(); !next.done && next.value.kind === "rows"; next = await records.next()) {
    yield next.value.rows;
  }
}

function copyInto(
  client: Client,
  tables: readonly CopiedTable[],
  record: { table: string; columns: readonly string[] },
): string {
  const table = tables.find(({ name }) => name === record.table);
  if (table?.columns.join() !== record.columns.join()) throw new BackupProblem("not_equal", { table: record.table });
  const columns = record.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  return `copy ${nameOf(client, record.table)} (${columns}) from stdin`;
}

/** Reads every table again, as a backup would, and holds it against what the file says of it. */
async function holdAgainst(client: Client, manifest: Manifest): Promise<void> {
  const tables = await listCopiedTables(client);
  for (const table of tables) {
    const rows = copyRows(client, table);
    let next = await rows.next();
    while (!next.done) next = await rows.next();
    const expected = manifest.tables.find((counted) => counted.table === table.name);
    if (expected?.rows !== next.value.rows || expected.sha256 !== next.value.sha256) {
      throw new BackupProblem("not_equal", { table: table.name });
    }
  }
  if (tables.length !== manifest.tables.length) throw new BackupProblem("not_equal", { table: "" });
}

async function verifyDistricts(client: Client): Promise<RestoredDistrict[]> {
  await client.query("set local search_path to public, pg_temp");
  const db = queriesOn(client);
  const verified: RestoredDistrict[] = [];
  for (const { id, name } of await listKnownDistricts(db)) {
    const { isIntact, fault, seals, events } = await verifyHistory(db, { districtId: id });
    if (!isIntact) throw new BackupProblem("history_broken", { district: name, row: fault?.row ?? "" });
    verified.push({ name, events, seals });
  }
  return verified;
}

function nameOf(client: Client, name: string): string {
  return `public.${client.escapeIdentifier(name)}`;
}
