import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inlinePolicies, listObstacles, listSpreadTables, withoutSubSelects } from "./distribution";
import { openAppLogin } from "./testing/app-login";
import { createDatabase, type OwnDatabase } from "./testing/own-database";

/** The rules of an engine that spreads tables over machines, asked of PostgreSQL's own catalogue. */
describe("the migrated tables", () => {
  let database: OwnDatabase;
  let owner: Client;

  beforeAll(async () => {
    database = await createDatabase();
    await openAppLogin(database.ownerUrl);
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await inlinePolicies(owner);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it("can be spread over several machines by their district", async () => {
    expect(await listObstacles(owner)).toEqual([]);
  });

  it("come in an order in which each refers to those before", async () => {
    const tables = await listSpreadTables(owner);
    const names = tables.map(({ name }) => name);
    expect(names.indexOf("accounts")).toBeLessThan(names.indexOf("users"));
    expect(names.indexOf("users")).toBeLessThan(names.indexOf("memberships"));
    expect(tables.filter(({ column }) => column === "district_id").length).toBeGreaterThan(39);
    expect(tables.find(({ name }) => name === "accounts")).toEqual({ name: "accounts", column: null });
    expect(tables.find(({ name }) => name === "guesses")).toEqual({ name: "guesses", column: "key" });
  });

  it.each([
    [
      "create table loose (id uuid primary key, district_id uuid)",
      ["loose: the column district_id may be missing", "loose: the unique key loose_pkey does not hold district_id"],
    ],
    [
      "create table numbered (district_id uuid, id bigserial, primary key (district_id, id))",
      ["numbered: the column id is numbered by one sequence"],
    ],
    [
      "create table tied (district_id uuid, cycle_district uuid, cycle_id uuid, primary key (district_id), foreign key (cycle_district, cycle_id) references cycles (district_id, id))",
      ["tied: the key tied_cycle_district_cycle_id_fkey refers to cycles without the district"],
    ],
    [
      "alter table backups add column district_id uuid, add foreign key (district_id, id) references users (district_id, id)",
      ["backups: the key backups_district_id_id_fkey refers to users, which is spread"],
    ],
    [
      "create policy peeking on cycles using (exists (select from reports))",
      ["cycles: the policy peeking holds a sub-select"],
    ],
    [
      "create trigger far before update on cycles for each row execute function nianbao.refuse_change()",
      ["cycles: the trigger far runs where its rows lie"],
    ],
  ])("are found wanting after: %s", async (statement, found) => {
    await owner.query("begin");
    try {
      await owner.query(statement);
      expect(await listObstacles(owner)).toEqual(found);
    } finally {
      await owner.query("rollback");
    }
  });

  it("lose the sub-selects of their policies, however they are written", () => {
    expect(withoutSubSelects("district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin'))")).toBe(
      "district_id = nianbao.district() AND nianbao.acts_as('admin')",
    );
    expect(withoutSubSelects("(id = ANY (( SELECT nianbao.units() AS units)::uuid[]))")).toBe(
      "(id = ANY (nianbao.units()::uuid[]))",
    );
  });
});
