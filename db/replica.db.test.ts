import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect, type Db } from "@/db/connect";
import { LONGEST_LAG_MS, openReader } from "@/db/replica";
import { createServer, createStandby, isDebianPostgresThere, type TrialServer } from "@/db/testing/trial-server";

/** What a read finds, and at which of the two servers. */
type Found = { isReplica: boolean; values: string };

async function load(db: Db): Promise<Found> {
  const { rows } = await db.execute<Found>(
    sql`select pg_is_in_recovery() as "isReplica", coalesce(string_agg(value, ',' order by value), '') as values from notes`,
  );
  return rows[0] ?? { isReplica: false, values: "" };
}

describe.skipIf(!isDebianPostgresThere)("reading at a replica", () => {
  let folder = "";
  let primary: TrialServer;
  let standby: TrialServer;
  let connections: Connection[] = [];
  let now = 0;
  const clock = () => now;

  const asOwner = async (server: TrialServer, ...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: server.urlOf("postgres") });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  /** Returns once the standby has all that the primary had. */
  const caughtUp = async (): Promise<void> => {
    const [main, copy] = connections.map(({ db }) => db);
    const { rows } = (await main?.execute<{ at: string }>(sql`select pg_current_wal_lsn()::text as at`)) ?? {
      rows: [],
    };
    for (;;) {
      const found = await copy?.execute<{ is: boolean }>(
        sql`select pg_last_wal_replay_lsn() >= ${rows[0]?.at}::pg_lsn as is`,
      );
      if (found?.rows[0]?.is) return;
    }
  };
  const reader = () => {
    const [main, copy] = connections.map(({ db }) => db);
    if (!main || !copy) throw new Error("the servers are not there");
    return openReader(main, copy, clock);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-replica-"));
    primary = await createServer({ folder, name: "primary", from: "debian" });
    await primary.start();
    await asOwner(primary, "create table notes (value text not null)", "insert into notes values ('a')");
    standby = await createStandby({ folder, name: "standby", from: "debian" }, primary);
    await standby.start();
    connections = [primary, standby].map((server) => connect(server.urlOf("postgres"), { max: 3 }));
  }, 120_000);
  afterAll(async () => {
    for (const { close } of connections) await close();
    await standby?.stop();
    await primary?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it("says up to when it is complete, and that does not move while nothing new arrives", async () => {
    await caughtUp();
    now = 1_000_000;
    const { read } = reader();
    expect(await read(load)).toEqual({ result: { isReplica: true, values: "a" }, asOf: new Date(1_000_000) });
    now += 500;
    expect((await read(load)).asOf).toEqual(new Date(1_000_000));

    await asOwner(standby, "select pg_wal_replay_pause()");
    await asOwner(primary, "insert into notes values ('b')");
    now += 2_000;
    // Behind, and not by much: it is read, and is no newer than it was.
    expect(await read(load)).toEqual({ result: { isReplica: true, values: "a" }, asOf: new Date(1_000_000) });
  });

  it("asks the primary of one that is too far behind, and the replica again when it has caught up", async () => {
    const { read } = reader();
    now += 2_000;
    expect(await read(load)).toEqual({ result: { isReplica: false, values: "a,b" }, asOf: null });
    await asOwner(standby, "select pg_wal_replay_resume()");
    await caughtUp();
    now += 2_000;
    expect(await read(load)).toEqual({ result: { isReplica: true, values: "a,b" }, asOf: new Date(now) });

    await asOwner(standby, "select pg_wal_replay_pause()");
    await asOwner(primary, "insert into notes values ('c')");
    now += LONGEST_LAG_MS + 1;
    expect(await read(load)).toEqual({ result: { isReplica: false, values: "a,b,c" }, asOf: null });
    await asOwner(standby, "select pg_wal_replay_resume()");
    await caughtUp();
  });

  it("looks at the primary for what the replica does not have yet", async () => {
    await caughtUp();
    const { read } = reader();
    now += 2_000;
    await read(load);
    await asOwner(standby, "select pg_wal_replay_pause()");
    await asOwner(primary, "insert into notes values ('d')");
    const find = async (db: Db) => ((await load(db)).values.includes("d") ? "found" : null);
    expect(await read(find)).toEqual({ result: "found", asOf: null });
    await asOwner(standby, "select pg_wal_replay_resume()");
    await caughtUp();
  });

  it("asks the primary where the replica is away, and the replica where the primary is", async () => {
    await caughtUp();
    const { read } = reader();
    now += 2_000;
    expect((await read(load)).asOf).toEqual(new Date(now));
    await standby.kill();
    expect(await read(load)).toMatchObject({ result: { isReplica: false }, asOf: null });
    now += 2_000;
    expect(await read(load)).toMatchObject({ result: { isReplica: false }, asOf: null });

    // Nothing has changed since that look at the primary.
    const complete = now;
    await standby.start();
    await primary.kill();
    now += 10 * LONGEST_LAG_MS;
    // As old as it is, and said to be.
    expect(await read(load)).toMatchObject({ result: { isReplica: true }, asOf: new Date(complete) });
    // Who has never seen the primary goes by what the replica replayed last.
    const late = await reader().read(load);
    expect(late.result.isReplica).toBe(true);
    expect(late.asOf?.getTime()).toBeLessThanOrEqual(Date.now());
    await primary.start();
  });
});
