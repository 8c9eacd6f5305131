import { Client } from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { type AppLogin, appRoleOf, appUrlOf, prepareAppRole, readAppLogin, settleAppRole } from "./app-role";
import { connect } from "./connect";
import { migrate } from "./migrate";
import { isSetUp } from "./queries/sign-in";
import { findProblem } from "./server-checks";
import { buildDistrict } from "./testing/builders";
import { asSuperuser, createDatabase, type OwnDatabase } from "./testing/own-database";

const PASSWORD = "a password of the tests";

/** What an operator may point DATABASE_URL at, on the PostgreSQL that the tests run on. */
describe("a database server of one's own", () => {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  async function makeRole(name: string, rights = ""): Promise<void> {
    await asSuperuser(`create role "${name}" login password '${PASSWORD}' ${rights}`);
    undo.push(() => asSuperuser(`drop role if exists "${name}"`));
  }

  async function makeDatabase(options: Parameters<typeof createDatabase>[0] = {}): Promise<OwnDatabase> {
    const database = await createDatabase(options.owner ? { password: PASSWORD, ...options } : options);
    undo.push(async () => {
      await database.drop();
      await asSuperuser(`drop role if exists "${appRoleOf(database.name)}"`);
    });
    return database;
  }

  function loginOf(found: Awaited<ReturnType<typeof prepareAppRole>>): AppLogin {
    if ("problem" in found) throw new Error(found.problem.en);
    return found;
  }

  async function start(ownerUrl: string, password = "from the secret"): Promise<AppLogin> {
    expect(await findProblem(ownerUrl)).toBeNull();
    const login = loginOf(await prepareAppRole({ ownerUrl, password, ours: false }));
    await migrate(ownerUrl, { appRole: login.role });
    await settleAppRole(login);
    return login;
  }

  async function asksAndAnswers(url: string): Promise<boolean> {
    const { db, close } = connect(url, { max: 1 });
    try {
      await buildDistrict(db);
      return await isSetUp(db);
    } finally {
      await close();
    }
  }

  it("may have an owner who is called like the schema of the functions", async () => {
    await makeRole("nianbao", "createrole");
    const { ownerUrl } = await makeDatabase({ owner: "nianbao" });
    const login = await start(ownerUrl);
    expect(await asksAndAnswers(login.url)).toBe(true);
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query("select distinct schemaname from pg_tables where tablename = 'events'");
    await client.end();
    expect(rows).toEqual([{ schemaname: "public" }]);
  });

  it("may look for tables elsewhere first", async () => {
    await makeRole("elsewhere", "createrole");
    const { ownerUrl, name } = await makeDatabase({ owner: "elsewhere" });
    await asSuperuser(`alter database "${name}" set search_path = pg_catalog`);
    expect(await asksAndAnswers((await start(ownerUrl)).url)).toBe(true);
  });

  it("says which statement is missing where the owner does not own the database", async () => {
    await makeRole("guest");
    const { name } = await makeDatabase();
    const url = new URL(inject("ownerUrl"));
    Object.assign(url, { pathname: `/${name}`, username: "guest", password: PASSWORD });
    const problem = await findProblem(url.toString());
    expect(problem?.sql).toEqual([`ALTER DATABASE "${name}" OWNER TO "guest";`]);
    expect(problem?.en).toContain("does not own");

    await asSuperuser(problem?.sql[0] ?? "");
    expect(await findProblem(url.toString())).toBeNull();
  });

  it("says which statements are missing where the owner may not create roles, and takes the role that they make", async () => {
    await makeRole("modest");
    const { ownerUrl, name } = await makeDatabase({ owner: "modest" });
    const refused = await prepareAppRole({ ownerUrl, password: "from the secret", ours: false });
    if (!("problem" in refused)) throw new Error("it was not refused");
    expect(refused.problem.sql).toHaveLength(2);

    await asSuperuser(...refused.problem.sql.map((statement) => statement.replace("…", PASSWORD)));
    const login = loginOf(await readAppLogin(appUrlOf(ownerUrl, appRoleOf(name), PASSWORD)));
    await migrate(ownerUrl, { appRole: login.role });
    await settleAppRole(login);
    expect(await asksAndAnswers(login.url)).toBe(true);
  });

  it("does not take a superuser, or the wrong password, for the app", async () => {
    const { ownerUrl } = await makeDatabase();
    expect(await readAppLogin(inject("ownerUrl"))).toHaveProperty("problem");
    expect(await readAppLogin(appUrlOf(ownerUrl, "nobody", "wrong"))).toHaveProperty("problem");
  });

  it("keeps two installations apart: each database has its own role", async () => {
    await makeRole("city", "createrole");
    const [one, other] = [await makeDatabase({ owner: "city" }), await makeDatabase({ owner: "city" })];
    const [first, second] = [await start(one.ownerUrl, "one secret"), await start(other.ownerUrl, "another secret")];
    expect(first.role).not.toBe(second.role);
    expect(await asksAndAnswers(first.url)).toBe(true);
    expect(await asksAndAnswers(second.url)).toBe(true);
  });

  it("refuses a second machine with another secret, and leaves the first one's login as it is", async () => {
    await makeRole("town", "createrole");
    const { ownerUrl } = await makeDatabase({ owner: "town" });
    const first = await start(ownerUrl, "one secret");
    const second = await prepareAppRole({ ownerUrl, password: "another secret", ours: false });
    expect(second).toHaveProperty("problem.en", expect.stringContaining("another machine or installation"));
    expect(await asksAndAnswers(first.url)).toBe(true);
  });

  it("may be started from several machines at once", async () => {
    await makeRole("several", "createrole");
    const { ownerUrl } = await makeDatabase({ owner: "several" });
    const logins = await Promise.all(Array.from({ length: 4 }, () => start(ownerUrl)));
    expect(new Set(logins.map(({ role }) => role)).size).toBe(1);
    expect(await asksAndAnswers(logins[0]?.url ?? "")).toBe(true);
  });

  it("has its login made and settled by many at the same moment", async () => {
    await makeRole("crowd", "createrole");
    const { ownerUrl } = await makeDatabase({ owner: "crowd" });
    const many = Array.from({ length: 8 });
    const prepare = () => prepareAppRole({ ownerUrl, password: "from the secret", ours: true });
    const [login] = (await Promise.all(many.map(prepare))).map(loginOf);
    if (!login) throw new Error("nobody has a login");
    await Promise.all(many.map(() => settleAppRole(login)));
  });

  it("hands the rights over where another role is named later", async () => {
    await makeRole("village", "createrole");
    await makeRole("later_role");
    const { ownerUrl } = await makeDatabase({ owner: "village" });
    const former = await start(ownerUrl);
    const later = loginOf(await readAppLogin(appUrlOf(ownerUrl, "later_role", PASSWORD)));
    await migrate(ownerUrl, { appRole: later.role });
    expect(await asksAndAnswers(later.url)).toBe(true);
    await expect(asksAndAnswers(former.url)).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await seesJobs(later.url)).toBe(true);
    expect(await seesJobs(former.url)).toBe(false);
  });

  it("gives the role its limits in time", async () => {
    const { ownerUrl } = await makeDatabase();
    const login = await start(ownerUrl);
    const client = new Client({ connectionString: login.url });
    await client.connect();
    const { rows } = await client.query("select current_setting('statement_timeout') as limit");
    await client.end();
    expect(rows).toEqual([{ limit: "30s" }]);
  });

  it("has its rows read by an owner who is no superuser, as a dump and the verification do", async () => {
    await makeRole("plain", "createrole");
    const { ownerUrl } = await makeDatabase({ owner: "plain" });
    await asksAndAnswers((await start(ownerUrl)).url);
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    // pg_dump asks for all rows or an error.
    await client.query("set row_security = off");
    const { rows } = await client.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public'",
    );
    for (const { tablename } of rows) await client.query(`select * from public."${tablename}"`);
    const events = await client.query("select from public.events");
    await client.end();
    expect(events.rowCount).toBeGreaterThan(0);
  });
});

async function seesJobs(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ may: boolean }>(
    "select has_schema_privilege('pgboss', 'usage') and has_table_privilege('pgboss.job', 'insert') as may",
  );
  await client.end();
  return rows[0]?.may ?? false;
}
