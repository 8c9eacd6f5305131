import { createHash } from "node:crypto";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { CountedTable } from "./backup-records";

/** A table as it is copied: its columns, and the order that gives the same rows the same bytes on every server. */
export type CopiedTable = { name: string; columns: string[]; order: string };

/** How PostgreSQL writes values as text, whatever the server or the owner is set to. */
const PLAIN_TEXT = [
  "set local row_security = off",
  "set local search_path = pg_catalog",
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local extra_float_digits = 1",
  "set local bytea_output = 'hex'",
  "set local statement_timeout = 0",
];

/** The transaction writes values in one way only, and fails where a policy would hide a row. */
export async function writeAsPlainText(client: Client): Promise<void> {
  for (const statement of PLAIN_TEXT) await client.query(statement);
}

/** The tables of the product, those before that others refer to. */
export async function listCopiedTables(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<{
    name: string;
    columns: string[];
    key: string[] | null;
    refers_to: string[];
  }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      (select array_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
          order by array_position(k.conkey, a.attnum))
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.conrelid = c.oid and k.contype = 'p') as key,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers_to
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname collate "C"`);
  const sorted: typeof rows = [];
  const remaining = [...rows];
  while (remaining.length > 0) {
    const next = remaining.findIndex(({ refers_to }) =>
      refers_to.every((name) => sorted.some((table) => table.name === name)),
    );
    const [table] = remaining.splice(next, 1);
    if (next === -1 || !table) throw new Error("tables refer to each other in a circle");
    sorted.push(table);
  }
  return sorted.map(({ name, columns, key }) => ({ name, columns, order: (key ?? ["1"]).join(", ") }));
}

/** The rows of a table as `COPY` writes them; gives their number and SHA-256 at the end. */
export async function* copyRows(client: Client, table: CopiedTable): AsyncGenerator<Buffer, CountedTable> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const name = client.escapeIdentifier(table.name);
  const counter = countRows(table.name);
  const copied = client.query(copyTo(`copy (select ${columns} from public.${name} order by ${table.order}) to stdout`));
  for await (const chunk of copied) {
    if (!Buffer.isBuffer(chunk)) throw new Error("COPY gives bytes");
    counter.add(chunk);
    yield chunk;
  }
  return counter.end();
}

/** Counts rows and hashes them; a line break within a value is written as \n, so that each one ends a row. */
export function countRows(table: string): { add(rows: Buffer): void; end(): CountedTable } {
  const digest = createHash("sha256");
  let rows = 0;
  return {
    add(chunk) {
      digest.update(chunk);
      for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) rows += 1;
    },
    end: () => ({ table, rows, sha256: digest.digest("hex") }),
  };
}
