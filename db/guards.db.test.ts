import { Client, type QueryResultRow } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

/** What the migrations promise about who may touch what, asked of PostgreSQL's own catalogue. */
describe("the migrated database", () => {
  const owner = new Client({ connectionString: inject("ownerUrl") });
  const app = new Client({ connectionString: inject("appUrl") });

  beforeAll(async () => {
    await owner.connect();
    await app.connect();
  });
  afterAll(async () => {
    await owner.end();
    await app.end();
  });

  it("has its tables", async () => {
    const tables = await list(owner, "select tablename from pg_tables where schemaname = 'public'");
    expect(tables.map((table) => table.tablename)).toEqual(
      expect.arrayContaining(["organisations", "users", "submissions", "figures", "versions", "events", "reports"]),
    );
  });

  it("holds every row of every table against a policy", async () => {
    const open = await list(
      owner,
      `select relname from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not in ('rate_limits', 'guesses')
         and not (relrowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))`,
    );
    expect(open.map((table) => table.relname)).toEqual([]);
  });

  it("lets the app in as a role with no power of its own", async () => {
    const [role] = await list(
      app,
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
       from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({
      rolname: "nianbao_app",
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
    });
    expect(await list(owner, "select from pg_auth_members where member = 'nianbao_app'::regrole")).toHaveLength(0);
  });

  it("lets the app own nothing", async () => {
    const owned = await list(
      owner,
      "select classid::regclass, objid from pg_shdepend where refobjid = 'nianbao_app'::regrole and deptype = 'o'",
    );
    expect(owned).toEqual([]);
  });

  it.each(["events", "versions", "version_figures", "seals"])(
    "lets nobody change or remove rows of %s",
    async (table) => {
      const [may] = await list(
        owner,
        `select has_table_privilege('nianbao_app', $1, 'update') as change,
              has_table_privilege('nianbao_app', $1, 'delete') as remove,
              has_table_privilege('nianbao_app', $1, 'truncate') as empty`,
        [table],
      );
      expect(may).toEqual({ change: false, remove: false, empty: false });

      const guards = await list(
        owner,
        `select tgname from pg_trigger where tgrelid = $1::regclass and not tgisinternal and tgenabled = 'O'
       order by tgname`,
        [table],
      );
      expect(guards.map((trigger) => trigger.tgname)).toEqual(expect.arrayContaining(["append_only", "never_emptied"]));
      await expect(owner.query(`truncate ${table} cascade`)).rejects.toMatchObject({ code: "23001" });
      await expect(app.query(`delete from ${table}`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it("shows the app nothing before it has said whom it acts for", async () => {
    const id = "00000000-0000-4000-8000-00000000feed";
    await owner.query(
      "insert into organisations (district_id, id, name, folded_name, kind, position) values ($1, $1, '某区', '某区', 'district', 0)",
      [id],
    );
    expect(await list(app, "select name from organisations")).toEqual([]);
    await owner.query("delete from organisations where id = $1", [id]);
  });
});

async function list(client: Client, text: string, values: unknown[] = []): Promise<QueryResultRow[]> {
  return (await client.query<QueryResultRow>(text, values)).rows;
}
