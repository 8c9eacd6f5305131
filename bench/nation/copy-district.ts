import type { Client } from "pg";

type Column = { table: string; name: string; type: string; isIdentity: boolean; isUniqueAlone: boolean };

/** Every column that is written, and whether its texts must differ between districts. */
const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attidentity <> '' as "isIdentity",
    a.atttypid = 'text'::regtype and exists (
      select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey)
        and not exists (select from pg_attribute d where d.attrelid = c.oid and d.attname = 'district_id'
          and d.attnum = any(i.indkey))) as "isUniqueAlone"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = ''
    and exists (select from pg_attribute d where d.attrelid = c.oid and d.attname = 'district_id')
  order by c.relname, a.attnum`;

/** Of so many districts one has published its report. */
const PUBLISHED_OF = 3;

/**
 * Copies everything of a district so often, each copy with ids of its own: an id and the copy's number give the new id, so
 * that what belongs together still does. One statement a table, without triggers and keys, which the first one has passed.
 */
export async function copyDistrict(owner: Client, districtId: string, copies: number): Promise<void> {
  const { rows } = await owner.query<Column>(COLUMNS);
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  for (const [table, columns] of Map.groupBy(rows, (column) => column.table)) {
    const written = columns.filter(({ isIdentity }) => !isIdentity);
    const name = (column: Column) => owner.escapeIdentifier(column.name);
    await owner.query(
      `insert into ${owner.escapeIdentifier(table)} (${written.map(name).join(", ")})
       select ${written.map((column) => copyOf(column, `row.${name(column)}`)).join(", ")}
       from generate_series(1, ${copies}) as n cross join ${owner.escapeIdentifier(table)} as row
       where row.district_id = $1${table === "reports" ? ` and n % ${PUBLISHED_OF} = 0` : ""}`,
      [districtId],
    );
  }
  await owner.query("commit");
  await owner.query("vacuum analyze");
}

function copyOf({ type, name, isUniqueAlone }: Column, value: string): string {
  if (type === "uuid") return `md5(${value}::text || n)::uuid`;
  if (type === "uuid[]") return `array(select md5(each::text || n)::uuid from unnest(${value}) as each)`;
  if (isUniqueAlone || name === "district_name") return `${value} || '-' || n`;
  return value;
}
