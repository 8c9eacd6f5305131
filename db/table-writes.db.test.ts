import { randomUUID } from "node:crypto";
import { Client, DatabaseError } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./connect";
import { openAppLogin } from "./testing/app-login";
import { buildDistrict, buildPerson } from "./testing/builders";
import { createDatabase, type OwnDatabase } from "./testing/own-database";
import { TABLE_RULES, WRITERS, type Writers } from "./testing/table-writers";

/** Whom a transaction acts for, as the app says it to the database. */
type Settings = { actor: string; district: string; units: string };
type Write = "insert" | "update" | "delete";
/** Which line of defence refused a write, or null: what a key or a check says later is none of them. */
type Refusal = "right" | "policy" | "trigger" | null;

const WRITES: readonly Write[] = ["insert", "update", "delete"];
/** Tables that hold nothing of a district: counters of requests by a secret's hash, and the list of backups. */
const WITHOUT_DISTRICT = ["backups", "guesses", "rate_limits"];
/** Columns that say who wrote the row. */
const WRITER_COLUMNS = ["actor_id", "proposed_by", "updated_by", "imported_by"];

describe("a write with the app's role", () => {
  let database: OwnDatabase;
  let owner: Client;
  let role: string;
  let people: Readonly<Record<string, Settings>>;
  let foreign: Settings;
  let unit: string;
  let columns: Map<string, { name: string; type: string; isNeeded: boolean; mayUpdate: boolean }[]>;

  beforeAll(async () => {
    database = await createDatabase();
    const appUrl = await openAppLogin(database.ownerUrl);
    role = new URL(appUrl).username;
    const app = connect(appUrl, { max: 2 });
    const { admin, officeId, unitIds } = await buildDistrict(app.db);
    unit = unitIds.财政局 ?? "";
    const settings = (actor: string, units: string, district = admin.districtId): Settings => ({
      actor,
      district,
      units,
    });
    const add = async (
      name: string,
      organisationId: string,
      member: "submitter" | "reviewer" | "editor" | "director" | "auditor",
    ) => (await buildPerson(app.db, admin, { name, organisationId, role: member })).userId;
    people = {
      clerk: settings(await add("甲", unit, "submitter"), unit),
      stranger: settings(await add("乙", unitIds.应急局 ?? "", "submitter"), unitIds.应急局 ?? ""),
      reviewer: settings(await add("丙", officeId, "reviewer"), "all"),
      editor: settings(await add("丁", officeId, "editor"), "all"),
      director: settings(await add("戊", officeId, "director"), "all"),
      auditor: settings(await add("己", officeId, "auditor"), "all"),
      admin: settings(admin.userId, "all"),
      app: settings("", "all"),
      public: settings("", "", ""),
    };
    const other = await buildDistrict(app.db);
    foreign = { actor: other.admin.userId, district: other.admin.districtId, units: "all" };
    await app.close();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    columns = await listColumns();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  async function listColumns(): Promise<typeof columns> {
    const { rows } = await owner.query<{
      table: string;
      name: string;
      type: string;
      isNeeded: boolean;
      mayUpdate: boolean;
    }>(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
         a.attnotnull and not a.atthasdef as "isNeeded", has_column_privilege($1, c.oid, a.attnum, 'update') as "mayUpdate"
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       order by c.relname, a.attnum`,
      [role],
    );
    return Map.groupBy(rows, ({ table }) => table);
  }

  /** Runs `work` as the owner and takes back whatever it did. */
  async function takenBack<Result>(work: () => Promise<Result>): Promise<Result> {
    await owner.query("begin");
    try {
      return await work();
    } finally {
      await owner.query("rollback");
    }
  }

  /** A statement that puts a row of the district, the unit and the clerk into a table, as `by` would write it. */
  function insertion(table: string, by: string): string {
    const given = TABLE_RULES[table]?.row ?? {};
    const named = (columns.get(table) ?? []).filter(
      ({ name, isNeeded }) =>
        isNeeded || name in given || ["organisation_id", "user_id", ...WRITER_COLUMNS].includes(name),
    );
    const values = named.map(({ name, type }) => {
      if (name in given) return filled(given[name] ?? "", by);
      if (name === "district_id") return literal(people.clerk?.district ?? "");
      if (name === "organisation_id") return literal(unit);
      if (name === "user_id") return literal(people.clerk?.actor ?? "");
      return WRITER_COLUMNS.includes(name) ? literal(by) : sampleOf(type);
    });
    return `insert into ${table} (${named.map(({ name }) => name).join(", ")}) values (${values.join(", ")})`;
  }

  const literal = (id: string): string => (id === "" ? "null" : `'${id}'`);
  const filled = (text: string, by: string): string =>
    text.replaceAll("$unit", literal(unit)).replaceAll("$actor", literal(by));

  function sampleOf(type: string): string {
    if (type === "uuid") return `'${randomUUID()}'`;
    if (type.endsWith("[]")) return "'{}'";
    if (type === "jsonb") return "'{}'";
    if (type === "boolean") return "false";
    if (type.startsWith("timestamp") || type === "date") return "now()";
    if (["integer", "bigint", "numeric", "smallint"].includes(type)) return "1";
    return `'${randomUUID()}'`;
  }

  /** Puts a sample row into a table past all keys and triggers, and gives the statement of a write that meets it. */
  async function prepare(write: Write, table: string, by: string): Promise<string> {
    if (write === "insert") return insertion(table, by);
    await owner.query("set local session_replication_role = replica");
    // What says who acts stays; elsewhere the sample would meet a row with its key.
    if (table !== "users" && table !== "memberships") await owner.query(`delete from ${table}`);
    const { rows } = await owner.query<{ ctid: string }>(
      `${insertion(table, people.clerk?.actor ?? "")} returning ctid::text as ctid`,
    );
    await owner.query("set local session_replication_role = origin");
    const where = `where ctid = '${rows[0]?.ctid}'`;
    if (write === "delete") return `delete from ${table} ${where}`;
    const all = columns.get(table) ?? [];
    const column = (all.find(({ name, mayUpdate }) => mayUpdate && !WRITER_COLUMNS.includes(name)) ?? all[0])?.name;
    return `update ${table} set ${filled(TABLE_RULES[table]?.set ?? `${column} = ${column}`, by)} ${where}`;
  }

  /** Which line refuses a statement to somebody; it is taken back. */
  async function refusalOf(statement: string, acting: Settings): Promise<Refusal> {
    await owner.query("savepoint before_write");
    try {
      await owner.query(`set local role "${role}"`);
      for (const [name, value] of Object.entries(acting)) await owner.query(`set local nianbao.${name} = '${value}'`);
      const { rowCount } = await owner.query(statement);
      return rowCount === 0 ? "policy" : null;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (error.code === "42501" && error.message.startsWith("permission denied")) return "right";
      if (error.code === "42501" && error.message.includes("row-level security")) return "policy";
      return error.code === "42501" || error.code === "23001" ? "trigger" : null;
    } finally {
      await owner.query("rollback to savepoint before_write");
    }
  }

  /** Who of all people, and of another district, gets a write done. */
  async function writersOf(write: Write, table: string): Promise<{ passing: string[]; refusals: Set<Refusal> }> {
    const passing: string[] = [];
    const refusals = new Set<Refusal>();
    for (const [who, acting] of Object.entries({ ...people, foreign })) {
      const refusal = await takenBack(async () => refusalOf(await prepare(write, table, acting.actor), acting));
      if (refusal === null) passing.push(who);
      else refusals.add(refusal);
    }
    return { passing: passing.sort(), refusals };
  }

  it("is tried on every table", () => {
    expect([...columns.keys()].sort()).toEqual([...Object.keys(TABLE_RULES), ...WITHOUT_DISTRICT].sort());
    const withDistrict = [...columns].filter(([, all]) => all.some(({ name }) => name === "district_id"));
    expect(withDistrict.map(([table]) => table).sort()).toEqual(Object.keys(TABLE_RULES).sort());
  });

  describe.each(Object.entries(TABLE_RULES))("of %s", (table, rule) => {
    it.each(WRITES)("%s: passes for those alone who may, in their own district", async (write) => {
      const expected: Writers = rule[write];
      const { passing, refusals } = await writersOf(write, table);
      expect(passing).toEqual([...WRITERS[expected]].sort());
      if (expected === "none") expect([...refusals]).toEqual(["right"]);
      else expect(refusals).not.toContain("right");
    });
  });

  describe("with two of three lines of defence taken away", () => {
    const rights = (table: string) => `grant all on ${table} to "${role}"`;
    const policies = (table: string) => `create policy everything on ${table} using (true) with check (true)`;
    const triggers = (table: string) => `alter table ${table} disable trigger user`;

    /** Which line refuses a write once some are taken away. */
    function refusalWithout(taken: ((table: string) => string)[], write: Write, table: string, acting: Settings) {
      return takenBack(async () => {
        const statement = await prepare(write, table, acting.actor);
        for (const take of taken) await owner.query(take(table));
        return refusalOf(statement, acting);
      });
    }

    describe.each(Object.keys(TABLE_RULES))("of %s", (table) => {
      it.each(WRITES)("%s: the policies alone refuse another district, and whoever is not signed in", async (write) => {
        for (const acting of [foreign, people.public])
          expect(await refusalWithout([rights, triggers], write, table, acting ?? foreign)).toBe("policy");
      });
    });

    it("the rights alone refuse what no person does by a statement", async () => {
      for (const [table, rule] of Object.entries(TABLE_RULES))
        for (const write of WRITES)
          if (rule[write] === "none") {
            const refusal = await refusalWithout([policies, triggers], write, table, people.admin ?? foreign);
            expect(refusal, `${write} of ${table}`).toBe("right");
          }
    });

    it.each(["events", "versions", "version_figures", "seals"])(
      "the trigger alone refuses to change and to remove rows of %s",
      async (table) => {
        for (const write of ["update", "delete"] as const)
          expect(await refusalWithout([rights, policies], write, table, people.admin ?? foreign)).toBe("trigger");
      },
    );

    it("the trigger alone refuses to remove a report", async () => {
      expect(await refusalWithout([rights, policies], "delete", "reports", people.admin ?? foreign)).toBe("trigger");
    });
  });

  describe("of an event", () => {
    const event = (values: { district: string; actor: string; organisation: string; submission?: string }) =>
      `insert into events (district_id, at, actor_id, actor_name, organisation_id, submission_id, type, data)
       values (${literal(values.district)}, now(), ${literal(values.actor)}, '', ${literal(values.organisation)},
         ${literal(values.submission ?? "")}, 'password_set', '{"account": "x"}')`;
    const attempt = (taken: string[], statement: string, acting: Settings) =>
      takenBack(async () => {
        for (const take of taken) await owner.query(take);
        return refusalOf(statement, acting);
      });
    const WITHOUT_TRIGGER = ["alter table events disable trigger user"];
    const WITHOUT_POLICY = ["create policy everything on events using (true) with check (true)"];

    it("for another district is refused by the policy alone and, with an author, by the trigger alone", async () => {
      const mine = people.clerk?.district ?? "";
      const statement = event({ district: mine, actor: foreign.actor, organisation: "" });
      expect(await attempt(WITHOUT_TRIGGER, statement, foreign)).toBe("policy");
      expect(await attempt(WITHOUT_POLICY, statement, foreign)).toBe("trigger");
      const nameless = event({ district: mine, actor: "", organisation: "" });
      expect(await attempt([], nameless, { ...foreign, actor: "" })).toBe("policy");
    });

    it("for another unit is refused to a clerk by the policy alone, about its section by the trigger alone", async () => {
      const clerk = people.clerk ?? foreign;
      const stranger = people.stranger?.units ?? "";
      const values = { district: clerk.district, actor: clerk.actor };
      expect(await attempt(WITHOUT_TRIGGER, event({ ...values, organisation: stranger }), clerk)).toBe("policy");
      const about = event({ ...values, organisation: unit, submission: randomUUID() });
      expect(await attempt(WITHOUT_POLICY, about, clerk)).toBe("trigger");
      expect(await attempt([], event({ ...values, organisation: unit }), clerk)).toBeNull();
    });

    it("in another's name is refused by the policy alone", async () => {
      const clerk = people.clerk ?? foreign;
      const statement = event({ district: clerk.district, actor: people.admin?.actor ?? "", organisation: unit });
      expect(await attempt(WITHOUT_TRIGGER, statement, clerk)).toBe("policy");
    });
  });
});
