import { Client } from "pg";
import { inlinePolicies, listObstacles, listSpreadTables } from "./distribution";
import { holdMigrations } from "./migrate";

/** What is told while the tables are spread. */
type DistributionStep =
  | { kind: "already"; tables: number }
  | { kind: "table"; table: string; at: number; of: number }
  | { kind: "done"; tables: number; machines: number };

/** Why tables cannot be spread here; each has a sentence. */
export type DistributionProblem =
  | { kind: "no_cluster" }
  | { kind: "no_workers" }
  | { kind: "schema"; obstacles: string[] };

/**
 * Spreads the tables of an installation, with what is in them, over the machines of a Citus cluster: those of districts by
 * their district, so that all rows of one lie together. Everything is one transaction: either all tables are spread or
 * none. Asked for again, it spreads what is not spread yet.
 */
export async function distribute(
  ownerUrl: string,
  options: { appRole: string; tell: (step: DistributionStep) => void },
): Promise<DistributionProblem | null> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (!(await hasCluster(client))) return { kind: "no_cluster" };
    const machines = await countWorkers(client);
    if (machines === 0) return { kind: "no_workers" };
    await client.query("begin");
    await holdMigrations(client);
    await inlinePolicies(client);
    const obstacles = await listObstacles(client);
    if (obstacles.length > 0) return { kind: "schema", obstacles };
    await spreadTables(client, options.tell, machines);
    await client.query("commit");
    await settleRole(client, options.appRole);
    return null;
  } finally {
    await client.end();
  }
}

async function spreadTables(client: Client, tell: (step: DistributionStep) => void, machines: number): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_dist_partition join pg_class c on c.oid = logicalrelid where c.relnamespace = 'public'::regnamespace",
  );
  const isSpread = new Set(rows.map(({ name }) => name));
  const tables = await listSpreadTables(client);
  const missing = tables.filter(({ name }) => !isSpread.has(name));
  if (missing.length === 0) return tell({ kind: "already", tables: tables.length });
  // Triggers touch rows of their row's own district alone, which lie on the same machine (`distribution.ts`).
  await client.query("set local citus.enable_unsafe_triggers = on");
  // Keys that refer to copied tables lock them on every machine: one statement after the other.
  await client.query("set local citus.multi_shard_modify_mode = 'sequential'");
  const aside = await takeAside(client);
  for (const [index, { name, column }] of missing.entries()) {
    tell({ kind: "table", table: name, at: index + 1, of: missing.length });
    if (column === null) await client.query("select create_reference_table($1)", [`public.${name}`]);
    else {
      const beside = column === "district_id" ? "default" : "none";
      await client.query("select create_distributed_table($1, $2, colocate_with => $3)", [
        `public.${name}`,
        column,
        beside,
      ]);
    }
  }
  await spreadFunctions(client);
  for (const statement of aside) await client.query(statement);
  tell({ kind: "done", tables: tables.length, machines });
}

/**
 * A table cannot refer to one that is spread before it is itself, and a trigger would take the rows that are moved for new
 * ones: keys and triggers are put back, as statements that this gives, when all tables are spread.
 */
async function takeAside(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; restore: string }>(`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as restore
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype = 'f'
    union all
    select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass), pg_get_triggerdef(t.oid)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`);
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ restore }) => restore);
}

/**
 * Policies and triggers ask functions where their rows lie. One of the owner whose first argument is a district is carried
 * out there as a whole, in the same transaction as what the app has written before.
 */
async function spreadFunctions(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; is_of_district: boolean }>(
    `select oid::regprocedure::text as name, coalesce(proargnames[1] = 'of_district' and prosecdef, false) as is_of_district
     from pg_proc where pronamespace = 'nianbao'::regnamespace order by oid`,
  );
  for (const { name, is_of_district: isOfDistrict } of rows) {
    if (isOfDistrict) {
      await client.query(
        "select create_distributed_function($1, 'of_district', colocate_with := 'public.organisations', force_delegation := true)",
        [name],
      );
    } else await client.query("select create_distributed_function($1)", [name]);
  }
}

/**
 * Who acts is told to each machine with `SET LOCAL`; a policy that asks for roles reads rows of the same district, which
 * lie on the machine that asks.
 */
async function settleRole(client: Client, appRole: string): Promise<void> {
  for (const setting of ["citus.propagate_set_commands = 'local'", "citus.allow_nested_distributed_execution = on"]) {
    await client.query(`alter role ${appRole} set ${setting}`);
  }
}

async function hasCluster(client: Client): Promise<boolean> {
  return ((await client.query("select from pg_extension where extname = 'citus'")).rowCount ?? 0) > 0;
}

async function countWorkers(client: Client): Promise<number> {
  return (await client.query("select from citus_get_active_worker_nodes()")).rowCount ?? 0;
}
