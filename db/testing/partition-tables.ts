import { Client } from "pg";
import { inlinePolicies, listSpreadTables, type SpreadTable } from "@/db/distribution";

const PARTS = 4;

/** What a table has besides its columns, keys and indexes, as statements that give it to another of its name. */
type Belongings = { references: string[]; triggers: string[]; policies: string[]; rights: string[] };

/**
 * Turns the tables of a migrated database into partitioned ones by their district, with all that they promise, as a
 * cluster spreads them over machines: a unique key without the district cannot be made, and policies have no sub-select.
 */
export async function partitionTables(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local search_path = public");
    await inlinePolicies(client);
    const tables = (await listSpreadTables(client)).filter(({ column }) => column === "district_id");
    const belongings = [];
    for (const table of tables) belongings.push(await listBelongings(client, table));
    for (const table of tables) await replaceTable(client, table);
    for (const kind of ["references", "triggers", "policies", "rights"] as const) {
      for (const statement of belongings.flatMap((of) => of[kind])) await client.query(statement);
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function replaceTable(client: Client, { name, column }: SpreadTable): Promise<void> {
  const id = client.escapeIdentifier;
  const whole = id(name);
  const { rows } = await client.query("select 1 from pg_class where oid = $1::regclass and relrowsecurity", [name]);
  await client.query(`alter table ${whole} rename to ${id(`${name}_before`)}`);
  // Constraints and indexes are named anew by PostgreSQL; the old ones must not hold their names.
  await client.query(
    `create table ${whole} (like ${id(`${name}_before`)} including defaults including constraints including generated including indexes)
     partition by hash (${id(column ?? "")})`,
  );
  for (let part = 0; part < PARTS; part += 1) {
    await client.query(
      `create table ${id(`${name}_${part}`)} partition of ${whole} for values with (modulus ${PARTS}, remainder ${part})`,
    );
  }
  await client.query(`insert into ${whole} select * from ${id(`${name}_before`)}`);
  await client.query(`drop table ${id(`${name}_before`)} cascade`);
  if (rows.length > 0) await client.query(`alter table ${whole} enable row level security`);
}

async function listBelongings(client: Client, { name }: SpreadTable): Promise<Belongings> {
  const ask = async (text: string) =>
    (await client.query<{ statement: string }>(text, [`public.${name}`])).rows.map(({ statement }) => statement);
  return {
    references: await ask(`
      select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as statement
      from pg_constraint where conrelid = $1::regclass and contype = 'f'`),
    triggers: await ask(`
      select pg_get_triggerdef(oid) as statement from pg_trigger where tgrelid = $1::regclass and not tgisinternal`),
    policies: await ask(`
      select format('create policy %I on %I as %s for %s to %s%s%s', policyname, tablename, permissive, cmd,
        array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')') as statement
      from pg_policies where format('%I.%I', schemaname, tablename)::regclass = $1::regclass`),
    rights: await ask(`
      select format('grant %s on table %s to %I', a.privilege_type, c.oid::regclass, a.grantee::regrole::text) as statement
      from pg_class c, aclexplode(c.relacl) a where c.oid = $1::regclass and a.grantee <> c.relowner
      union all
      select format('grant %s (%I) on table %s to %I', a.privilege_type, t.attname, t.attrelid::regclass, a.grantee::regrole::text)
      from pg_attribute t, aclexplode(t.attacl) a where t.attrelid = $1::regclass`),
  };
}
