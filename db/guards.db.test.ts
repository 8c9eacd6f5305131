import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

/** What the migrations promise about who may touch what, asked of PostgreSQL's own catalogue. */
describe("the migrated database", () => {
  let owner: postgres.Sql;
  let app: postgres.Sql;

  beforeAll(() => {
    owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
    app = postgres(inject("appUrl"), { max: 1, onnotice: () => undefined });
  });
  afterAll(async () => {
    await owner.end();
    await app.end();
  });

  it("has its tables", async () => {
    const tables = await owner`select tablename from pg_tables where schemaname = 'public'`;
    expect(tables.map((table) => table.tablename)).toEqual(
      expect.arrayContaining(["organisations", "users", "submissions", "figures", "versions", "events", "reports"]),
    );
  });

  it("holds every row of every table against a policy", async () => {
    const open = await owner`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'rate_limits'
        and not (relrowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))`;
    expect(open.map((table) => table.relname)).toEqual([]);
  });

  it("lets the app in as a role with no power of its own", async () => {
    const [role] = await app`
      select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
      from pg_roles where rolname = current_user`;
    expect(role).toEqual({
      rolname: "nianbao_app",
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
    });
    const groups = await owner`select from pg_auth_members where member = 'nianbao_app'::regrole`;
    expect(groups).toHaveLength(0);
  });

  it("lets the app own nothing", async () => {
    const owned = await owner`
      select classid::regclass, objid from pg_shdepend where refobjid = 'nianbao_app'::regrole and deptype = 'o'`;
    expect(owned).toHaveLength(0);
  });

  it.each(["events", "versions", "version_figures", "seals"])(
    "lets nobody change or remove rows of %s",
    async (table) => {
      const [may] = await owner`
      select has_table_privilege('nianbao_app', ${table}, 'update') as change,
             has_table_privilege('nianbao_app', ${table}, 'delete') as remove,
             has_table_privilege('nianbao_app', ${table}, 'truncate') as empty`;
      expect(may).toEqual({ change: false, remove: false, empty: false });

      const guards = await owner`
      select tgname from pg_trigger where tgrelid = ${table}::regclass and not tgisinternal and tgenabled = 'O'
      order by tgname`;
      expect(guards.map((trigger) => trigger.tgname)).toEqual(["append_only", "never_emptied"]);
      await expect(owner.unsafe(`truncate ${table} cascade`)).rejects.toMatchObject({ code: "23001" });
      await expect(app.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  it("shows the app nothing before it has said whom it acts for", async () => {
    await owner`insert into organisations (district_id, id, parent_id, name, kind, position)
      values ('00000000-0000-4000-8000-00000000feed', '00000000-0000-4000-8000-00000000feed', null, '某区', 'district', 0)
      on conflict do nothing`;
    expect(await app`select * from organisations`).toHaveLength(0);
    await owner`delete from organisations where id = '00000000-0000-4000-8000-00000000feed'`;
  });
});
