import { z } from "zod";
import { BackupProblem } from "./backup-problem";

const CountedTableSchema = z.object({ table: z.string(), rows: z.number().int().min(0), sha256: z.string() });

/** What a backup says of itself at its beginning. */
const AboutSchema = z.object({
  /** The product's version that wrote it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** The server's version. */
  server: z.string(),
  /** The migrations that the tables have, by number. */
  migrations: z.array(z.number()).min(1),
});

/** What it says at its end: every table with its rows counted and their SHA-256, and where the sequences stand. */
const ManifestSchema = z.object({
  tables: z.array(CountedTableSchema),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
});

const TableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });

export type About = z.output<typeof AboutSchema>;
export type Manifest = z.output<typeof ManifestSchema>;
export type CountedTable = z.output<typeof CountedTableSchema>;

/** The content of a backup, in this order: about, then for each table its head, its rows as COPY writes them, and its end. */
export type BackupRecord =
  | { kind: "about"; about: About }
  | { kind: "table"; table: string; columns: string[] }
  | { kind: "rows"; rows: Buffer }
  | { kind: "table_end"; counted: CountedTable }
  | { kind: "manifest"; manifest: Manifest };

const CODES = { about: 1, table: 2, rows: 3, table_end: 4, manifest: 5 } as const;
const HEAD_BYTES = 5;
const LONGEST_JSON = 10_000_000;

export async function* writeRecords(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const record of records) {
    const payload = record.kind === "rows" ? record.rows : Buffer.from(JSON.stringify(contentOf(record)));
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(CODES[record.kind]);
    head.writeUInt32BE(payload.length, 1);
    yield head;
    yield payload;
  }
}

function contentOf(record: Exclude<BackupRecord, { kind: "rows" }>): unknown {
  switch (record.kind) {
    case "about":
      return record.about;
    case "table":
      return { table: record.table, columns: record.columns };
    case "table_end":
      return record.counted;
    case "manifest":
      return record.manifest;
  }
}

/** Rows are given on as they come; everything else is a short text. */
export async function* readRecords(content: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held: Buffer = Buffer.alloc(0);
  let rowsLeft = 0;
  for await (const chunk of content) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      if (rowsLeft > 0) {
        if (held.length === 0) break;
        const rows = held.subarray(0, rowsLeft);
        rowsLeft -= rows.length;
        held = held.subarray(rows.length);
        yield { kind: "rows", rows };
        continue;
      }
      if (held.length < HEAD_BYTES) break;
      const code = held.readUInt8();
      const length = held.readUInt32BE(1);
      if (code === CODES.rows) {
        rowsLeft = length;
        held = held.subarray(HEAD_BYTES);
        continue;
      }
      if (length > LONGEST_JSON) throw new BackupProblem("altered");
      if (held.length < HEAD_BYTES + length) break;
      yield recordOf(code, held.subarray(HEAD_BYTES, HEAD_BYTES + length).toString("utf8"));
      held = held.subarray(HEAD_BYTES + length);
    }
  }
  if (held.length > 0 || rowsLeft > 0) throw new BackupProblem("altered");
}

function recordOf(code: number, text: string): BackupRecord {
  try {
    const value: unknown = JSON.parse(text);
    switch (code) {
      case CODES.about:
        return { kind: "about", about: AboutSchema.parse(value) };
      case CODES.table:
        return { kind: "table", ...TableSchema.parse(value) };
      case CODES.table_end:
        return { kind: "table_end", counted: CountedTableSchema.parse(value) };
      case CODES.manifest:
        return { kind: "manifest", manifest: ManifestSchema.parse(value) };
    }
  } catch {
    // Told below.
  }
  throw new BackupProblem("altered");
}
