import type { Client } from "pg";

/** Few rows that every machine of a cluster keeps a copy of: they are looked up before a district is known. */
export const COPIED_TABLES: readonly string[] = ["accounts", "backups", "governments", "subjects"];

/** What belongs to no district, and the column that it is spread by instead. */
export const KEYED_TABLES: Readonly<Record<string, string>> = { guesses: "key", rate_limits: "key" };

/** Triggers that run where the row lies: each touches rows of that row's district alone. */
const LOCAL_TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  events: ["append_only", "move_head", "never_emptied", "number_event"],
  seals: ["append_only", "never_emptied", "number_seal"],
  versions: ["append_only", "never_emptied"],
  version_figures: ["append_only", "complete", "never_emptied"],
  reports: ["guard_report"],
  submissions: ["guard_approval"],
  unit_reports: ["guard_unit_report"],
  rule_settings: ["guard_rule_setting"],
};

export type SpreadTable = {
  name: string;
  /** The column that says on which machine a row lies; null where every machine has all rows. */
  column: string | null;
};

/** The tables of the product, those before that others refer to. */
export async function listSpreadTables(client: Client): Promise<SpreadTable[]> {
  const { rows } = await client.query<{ name: string; refers_to: string[] }>(`
    select c.relname as name, array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as refers_to
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`);
  const sorted: string[] = [];
  let left = rows;
  while (left.length > 0) {
    const next = left.filter(({ refers_to }) => refers_to.every((name) => sorted.includes(name)));
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    sorted.push(...next.map(({ name }) => name));
    left = left.filter(({ name }) => !sorted.includes(name));
  }
  return sorted.map((name) => ({ name, column: columnOf(name) }));
}

/**
 * A policy's text with its functions asked as they are. On one machine `(SELECT nianbao.district())` is asked once for a
 * statement and not for each row, which makes the office's pages twice as fast; a cluster refuses any sub-select.
 */
export function withoutSubSelects(text: string): string {
  return text.replace(/\(\s*SELECT (nianbao\.[a-z_]+\([^()]*\))(?: AS [a-z_]+)?\)/gi, "$1");
}

/** Takes the sub-selects out of all policies, in the caller's transaction. */
export async function inlinePolicies(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string; using: string | null; check: string | null }>(`
    select c.relname as table, p.polname as name, pg_get_expr(p.polqual, p.polrelid) as using,
      pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace`);
  for (const { table, name, using, check } of rows) {
    if ([using, check].every((text) => text === null || withoutSubSelects(text) === text)) continue;
    const parts = [
      using && ` using (${withoutSubSelects(using)})`,
      check && ` with check (${withoutSubSelects(check)})`,
    ];
    await client.query(
      `alter policy ${client.escapeIdentifier(name)} on public.${client.escapeIdentifier(table)}${parts.join("")}`,
    );
  }
}

/** What a cluster that spreads tables over machines would refuse of this schema, one line each. */
export async function listObstacles(client: Client): Promise<string[]> {
  const tables = await listSpreadTables(client);
  const found = [];
  for (const table of tables) found.push(...(await listObstaclesOf(client, table)));
  return found;
}

function columnOf(table: string): string | null {
  return COPIED_TABLES.includes(table) ? null : (KEYED_TABLES[table] ?? "district_id");
}

async function listObstaclesOf(client: Client, { name, column }: SpreadTable): Promise<string[]> {
  const ask = async (text: string, values: unknown[] = []) =>
    (await client.query<{ line: string }>(text, [`public.${name}`, ...values])).rows.map(
      ({ line }) => `${name}: ${line}`,
    );
  const always = [
    ...(await ask(
      `select 'the policy ' || polname || ' holds a sub-select' as line from pg_policy
       where polrelid = $1::regclass
         and concat(pg_get_expr(polqual, polrelid), ' ', pg_get_expr(polwithcheck, polrelid)) ~* '\\mselect\\M'
       order by polname`,
    )),
    ...(await ask(
      `select 'the column ' || a.attname || ' is numbered by one sequence' as line
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = $1::regclass and not a.attisdropped
         and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%')`,
    )),
    ...(await ask(
      `select 'the trigger ' || tgname || ' runs where its rows lie' as line from pg_trigger
       where tgrelid = $1::regclass and not tgisinternal and not tgname = any ($2::text[]) order by tgname`,
      [LOCAL_TRIGGERS[name] ?? []],
    )),
  ];
  if (column === null) return [...always, ...(await ask(REFERS_TO_SPREAD, [COPIED_TABLES]))];
  return [
    ...always,
    ...(await ask(
      `select 'the column ' || $2 || ' may be missing' as line
       where not exists (select from pg_attribute where attrelid = $1::regclass and attname = $2 and attnotnull)`,
      [column],
    )),
    ...(await ask(
      `select 'the unique key ' || i.indexrelid::regclass::text || ' does not hold ' || $2 as line from pg_index i
       where i.indrelid = $1::regclass and i.indisunique and not exists (
         select from pg_attribute a where a.attrelid = i.indrelid and a.attname = $2 and a.attnum = any (i.indkey::int2[]))
       order by 1`,
      [column],
    )),
    ...(await ask(REFERS_ACROSS, [COPIED_TABLES])),
  ];
}

const REFERS_TO_SPREAD = `
  select 'the key ' || conname || ' refers to ' || confrelid::regclass::text || ', which is spread' as line
  from pg_constraint where conrelid = $1::regclass and contype = 'f'
    and not (select relname = any ($2::text[]) from pg_class where oid = confrelid)`;

const REFERS_ACROSS = `
  select 'the key ' || k.conname || ' refers to ' || k.confrelid::regclass::text || ' without the district' as line
  from pg_constraint k join pg_class f on f.oid = k.confrelid
  where k.conrelid = $1::regclass and k.contype = 'f' and k.conparentid = 0 and not f.relname = any ($2::text[])
    and not exists (
      select from unnest(k.conkey, k.confkey) as pair(here, there)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = 'district_id'
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'district_id')`;
