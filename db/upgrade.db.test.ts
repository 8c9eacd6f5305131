import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyHistory } from "@/lib/services/verify-history";
import { prepareAppRole } from "./app-role";
import { connect, withScope } from "./connect";
import { loadDemonstration } from "./demo/load-demonstration";
import { listKnownDistricts } from "./known-districts";
import { applyMigrations, listMigrations, migrate } from "./migrate";
import { insertEvents, listEvents } from "./queries/events";
import { getSignInRow } from "./queries/sign-in";
import { openAppLogin } from "./testing/app-login";
import { createDatabase, type OwnDatabase } from "./testing/own-database";

/** The last migration of version 0.1.0. */
const LAST_OF_FORMER = "0041_guards_of_second_factors";
const NOW = new Date("2026-01-12T09:00:00+08:00");

/** An installation of the former version with the demonstration in it, brought up to this one. */
describe("an upgrade of an installation with data", () => {
  let now: OwnDatabase;
  let former: OwnDatabase;
  let appUrl: string;

  beforeAll(async () => {
    now = await createDatabase();
    former = await createDatabase();
    await loadDemonstration({ appUrl: await openAppLogin(now.ownerUrl), now: NOW, say: () => undefined });
    const login = await prepareAppRole({ ownerUrl: former.ownerUrl, password: "only-for-tests", ours: true });
    if ("problem" in login) throw new Error(login.problem.en);
    await buildFormer(login.role);
    await migrate(former.ownerUrl, { appRole: login.role });
    appUrl = login.url;
  });
  afterAll(async () => {
    await former.drop();
    await now.drop();
  });

  /** The tables as the former version made them, with every row that they have room for. */
  async function buildFormer(role: string): Promise<void> {
    const known = await listMigrations();
    const last = known.findIndex(({ tag }) => tag === LAST_OF_FORMER);
    const [source, target] = [new Client(now.ownerUrl), new Client(former.ownerUrl)];
    await source.connect();
    await target.connect();
    await target.query("begin");
    await applyMigrations(target, role, new Set(known.slice(0, last + 1).map(({ when }) => when)));
    await target.query("set local session_replication_role = replica");
    const { rows } = await target.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    for (const { name } of rows) {
      const table = target.escapeIdentifier(name);
      const found = await source.query<{ rows: string | null }>(
        `select json_agg(t)::text as rows from public.${table} t`,
      );
      const value = name === "events" ? " overriding system value" : "";
      await target.query(
        `insert into public.${table}${value} select * from json_populate_recordset(null::public.${table}, $1)`,
        [found.rows[0]?.rows ?? "[]"],
      );
    }
    await target.query("commit");
    await source.end();
    await target.end();
  }

  it("keeps everybody's account, and only theirs", async () => {
    const { db, close } = connect(appUrl, { max: 1 });
    expect(await getSignInRow(db, { account: "财政局填报人" })).toMatchObject({ is_active: true });
    expect(await getSignInRow(db, { account: "nobody" })).toBeNull();
    await close();
    const owner = new Client(former.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query(
      "select count(*)::int as people, count(a.account)::int as accounts from users u left join accounts a on a.account = u.account and a.user_id = u.id and a.district_id = u.district_id",
    );
    expect(rows[0].people).toBeGreaterThan(10);
    expect(rows[0].accounts).toBe(rows[0].people);
    await owner.end();
  });

  it("keeps the history whole, and goes on with it", async () => {
    const { db, close } = connect(former.ownerUrl, { max: 1 });
    for (const { id } of await listKnownDistricts(db)) {
      expect(await verifyHistory(db, { districtId: id })).toMatchObject({ isIntact: true });
      const scope = { districtId: id, units: "all" as const };
      const newest = () =>
        withScope(db, { userId: null, scope }, (tx) => listEvents(tx, { scope, filter: {}, limit: 1 }));
      const [before] = await newest();
      await withScope(db, { userId: null, scope }, (tx) =>
        insertEvents(tx, {
          districtId: id,
          at: NOW,
          actor: null,
          records: [{ event: { type: "password_set", data: { account: "x" } } }],
        }),
      );
      const [after] = await newest();
      expect(after?.id).toBe((before?.id ?? 0) + 1);
      expect(await verifyHistory(db, { districtId: id })).toMatchObject({ isIntact: true });
    }
    await close();
  });
});
