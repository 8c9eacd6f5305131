import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { connect } from "./connect";
import { openPool } from "./pool";

const NAME = "pool-under-test";
const url = `${inject("appUrl")}?application_name=${NAME}`;

describe("a pool whose server takes its connections away", () => {
  let owner: Pool;
  const countConnections = async (where: string) => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where application_name = $1 and ${where}`,
      [NAME],
    );
    return rows[0]?.count;
  };
  const takeAway = () =>
    owner.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = $1", [NAME]);

  beforeEach(() => {
    owner = openPool(inject("ownerUrl"), { max: 1 });
  });
  afterEach(() => owner.end());

  it("fails the open transactions and keeps working", async () => {
    const { db, close } = connect(url, { max: 5 });
    const outcomes = Promise.allSettled(
      Array.from({ length: 5 }, () =>
        db.transaction(async (tx) => {
          await tx.execute(sql`select 1`);
          await Promise.all([tx.execute(sql`select pg_sleep(30)`), tx.execute(sql`select 2`)]);
        }),
      ),
    );
    await vi.waitUntil(async () => (await countConnections("wait_event = 'PgSleep'")) === 5, 10_000);
    await takeAway();
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(Array(5).fill("rejected"));

    for (let round = 0; round < 10; round += 1) {
      const { rows } = await db.transaction((tx) => tx.execute<{ sum: number }>(sql`select 1 + 1 as sum`));
      expect(rows).toEqual([{ sum: 2 }]);
    }
    await close();
  });

  it("frees the slots of lost connections that nobody releases", async () => {
    const pool = openPool(url, { max: 2 });
    await pool.connect();
    await pool.connect();
    await takeAway();
    expect((await pool.query("select 1 + 1 as sum")).rows).toEqual([{ sum: 2 }]);
    await pool.end();
  });

  it("closes a connection whose server stops answering, and continues with another", async () => {
    const { db, close } = connect(url, { max: 1, patienceMs: 1_000 });
    const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const silent = rows[0]?.pid ?? 0;
    process.kill(silent, "SIGSTOP");
    await expect(db.execute(sql`select 1`)).rejects.toThrow(/^Statement \w+ failed: Error$/);
    const answering = await vi.waitUntil(() =>
      db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`).catch(() => null),
    );
    expect(answering.rows[0]?.pid).not.toBe(silent);
    process.kill(silent, "SIGCONT");
    await close();
  });

  it("ignores a second release of a lost connection", async () => {
    const pool = openPool(url, { max: 1 });
    const client = await pool.connect();
    await takeAway();
    await vi.waitUntil(() => pool.totalCount === 0);
    client.release();
    await pool.end();
  });
});

describe("statements with parameters", () => {
  const countNamed = async (isPooled: boolean) => {
    const pool = openPool(url, { max: 1, isPooled });
    for (const value of [1, 2]) await pool.query({ text: "select $1::int as value" }, [value]);
    const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from pg_prepared_statements");
    await pool.end();
    return rows[0]?.count;
  };

  it("are prepared once on a connection", async () => {
    expect(await countNamed(false)).toBe(1);
  });

  it("have no names behind a pooler, where the next transaction has another connection", async () => {
    expect(await countNamed(true)).toBe(0);
  });
});
