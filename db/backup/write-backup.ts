import { createWriteStream } from "node:fs";
import { link, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import { Client } from "pg";
import { listApplied } from "@/db/migrate";
import { writeFrames } from "./backup-frames";
import { BackupProblem } from "./backup-problem";
import { type BackupRecord, type CountedTable, type Manifest, writeRecords } from "./backup-records";
import { copyRows, listCopiedTables, writeAsPlainText } from "./table-rows";

export type WrittenBackup = { path: string; bytes: number; manifest: Manifest };

/**
 * Writes everything that a database has into one file, as of one moment, while people work. As its owner, whom no policy
 * holds back. The file is written aside and gets its name when it is whole and on the disk; an existing one is never
 * replaced.
 */
export async function writeBackup(params: {
  ownerUrl: string;
  path: string;
  passphrase: string | null;
  version: string;
  now: Date;
}): Promise<WrittenBackup> {
  const { path, passphrase } = params;
  if (await exists(path)) throw new BackupProblem("file_exists", { path });
  const aside = `${path}.part-${process.pid}`;
  const client = new Client({ connectionString: params.ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const manifest: Manifest = { tables: [], sequences: [] };
    const content = Readable.from(writeRecords(dumpDatabase(client, params, manifest)), { objectMode: false });
    const seal = (compressed: AsyncIterable<Buffer>) => writeFrames(compressed, passphrase);
    const file = createWriteStream(aside, { mode: 0o600, flags: "wx" });
    await pipeline(content, createZstdCompress(), seal, file);
    await giveName(aside, path);
    return { path, bytes: (await stat(path)).size, manifest };
  } finally {
    await client.end();
    await rm(aside, { force: true });
  }
}

/** One snapshot of all tables. `manifest` is filled on the way and is the last record. */
async function* dumpDatabase(
  client: Client,
  about: { version: string; now: Date },
  manifest: Manifest,
): AsyncGenerator<BackupRecord> {
  await client.query("begin transaction isolation level repeatable read read only");
  await writeAsPlainText(client);
  const migrations = await listApplied(client);
  if (migrations.length === 0) throw new BackupProblem("no_database");
  const { rows } = await client.query<{ server: string }>("select current_setting('server_version') as server");
  const { version, now } = about;
  const server = rows[0]?.server ?? "";
  yield { kind: "about", about: { version, madeAt: now.toISOString(), server, migrations } };
  for (const table of await listCopiedTables(client)) {
    yield { kind: "table", table: table.name, columns: table.columns };
    const counted: CountedTable = yield* asRows(copyRows(client, table));
    yield { kind: "table_end", counted };
    manifest.tables.push(counted);
  }
  const { rows: sequences } = await client.query<{ name: string; value: string }>(
    "select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null order by 1",
  );
  manifest.sequences.push(...sequences);
  yield { kind: "manifest", manifest };
  await client.query("commit");
}

async function* asRows(rows: AsyncGenerator<Buffer, CountedTable>): AsyncGenerator<BackupRecord, CountedTable> {
  for (;;) {
    const next = await rows.next();
    if (next.done) return next.value;
    yield { kind: "rows", rows: next.value };
  }
}

/** On the disk first, then under its name, then the name on the disk. */
async function giveName(aside: string, path: string): Promise<void> {
  const file = await open(aside, "r");
  await file.sync();
  await file.close();
  try {
    await link(aside, path);
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw isThere ? new BackupProblem("file_exists", { path }) : error;
  }
  const folder = await open(dirname(path), "r");
  await folder.sync();
  await folder.close();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
