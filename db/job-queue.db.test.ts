import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Connection, connect, type Db, withPublic } from "@/db/connect";
import { type JobRunner, type JobWork, runJobs } from "@/db/job-queue";
import { insertJob, reopenJob } from "@/db/queries/jobs";
import { openAppLogin } from "@/db/testing/app-login";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { FinalFailure } from "@/lib/domain/job";

const PATIENCE = { timeout: 90_000, interval: 100 };
const ask = (db: Db, id: string) =>
  withPublic(db, (tx) => insertJob(tx, { queue: "write-file", key: id, data: { districtId: "d", id } }));

async function stateOf(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await db.execute<{ state: string }>(
    sql`select state from pgboss.job where singleton_key = ${id} order by created_on desc limit 1`,
  );
  return rows[0]?.state;
}

describe("the job queue", () => {
  let runner: JobRunner | null = null;
  let child: ChildProcess | null = null;
  afterEach(async () => {
    child?.kill("SIGKILL");
    await runner?.stop();
    runner = null;
  });
  let database: OwnDatabase;
  let connection: Connection;
  let appUrl = "";
  // A queue of its own: what is done here with jobs is done with all that wait.
  beforeAll(async () => {
    database = await createDatabase();
    appUrl = await openAppLogin(database.ownerUrl);
    connection = connect(appUrl, { max: 2 });
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });
  const run = async (work: Partial<JobWork>) => {
    const nothing = async () => undefined;
    const idle = {
      "write-file": nothing,
      "tell-notice": nothing,
      "send-delivery": nothing,
      "send-webhook": nothing,
      "daily-work": nothing,
    };
    runner = await runJobs(appUrl, { ...idle, ...work }, () => undefined);
  };

  test("has a job once if its transaction commits, however often it is requested, and not at all if it rolls back", async () => {
    const committed = connection.db;
    const refused = withPublic(committed, async (tx) => {
      await insertJob(tx, { queue: "write-file", key: "undone", data: { districtId: "d", id: "undone" } });
      throw new Error("refused");
    });
    await expect(refused).rejects.toThrow("refused");
    expect(await stateOf(committed, "undone")).toBeUndefined();

    await Promise.all([ask(committed, "twice"), ask(committed, "twice"), ask(committed, "twice")]);
    const { rows } = await committed.execute(sql`select 1 from pgboss.job where singleton_key = 'twice'`);
    expect(rows).toHaveLength(1);
    await committed.execute(sql`delete from pgboss.job where singleton_key = 'twice'`);
  });

  test("tries a job again that failed, keeps it when it fails at the last, and once more when somebody asks for it", async () => {
    const committed = connection.db;
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const attempts: boolean[] = [];
    await run({
      "write-file": async ({ data, isLastAttempt }) => {
        attempts.push(isLastAttempt);
        throw new Error(`no room for ${data.id}`);
      },
    });
    await ask(committed, "never");
    await vi.waitUntil(async () => {
      // Nobody waits for the pauses between the attempts.
      await owner.query("update pgboss.job set start_after = now() where state = 'retry'");
      return (await stateOf(committed, "never")) === "failed";
    }, PATIENCE);
    await owner.end();
    expect(attempts).toEqual([false, false, true]);
    const { rows } = await committed.execute<{ id: string; said: string }>(
      sql`select id, output ->> 'message' as said from pgboss.job where singleton_key = 'never'`,
    );
    expect(rows[0]?.said).toBe("no room for never");

    // An administrator has mended the cause.
    const done: string[] = [];
    await runner?.stop();
    await run({ "write-file": async ({ data }) => void done.push(data.id) });
    await withPublic(committed, (tx) => reopenJob(tx, { districtId: "d", id: rows[0]?.id ?? "" }));
    await vi.waitUntil(async () => (await stateOf(committed, "never")) === "completed", PATIENCE);
    expect(done).toEqual(["never"]);
  });

  test("does not try a job again where that will not help", async () => {
    const attempts: string[] = [];
    await run({
      "write-file": async ({ data }) => {
        attempts.push(data.id);
        throw new FinalFailure("no such mailbox");
      },
    });
    await ask(connection.db, "useless");
    await vi.waitUntil(async () => (await stateOf(connection.db, "useless")) === "failed", PATIENCE);
    expect(attempts).toEqual(["useless"]);
  });

  test("tells each address one thing after the other, and others while one does not answer", async () => {
    const committed = connection.db;
    const tell = (id: string, group: string) =>
      withPublic(committed, (tx) =>
        insertJob(tx, { queue: "send-webhook", key: id, data: { districtId: "d", id }, group }),
      );
    const begun: string[] = [];
    let answer = (): void => undefined;
    const silence = new Promise<void>((resolve) => {
      answer = resolve;
    });
    for (const id of ["silent-1", "silent-2", "silent-3", "silent-4", "silent-5"]) await tell(id, "silent");
    await tell("prompt-1", "prompt");
    await run({
      "send-webhook": async ({ data }) => {
        begun.push(data.id);
        if (data.id.startsWith("silent")) await silence;
      },
    });
    await vi.waitUntil(async () => (await stateOf(committed, "prompt-1")) === "completed", PATIENCE);
    expect(begun.toSorted()).toEqual(["prompt-1", "silent-1"]);
    answer();
    await vi.waitUntil(async () => (await stateOf(committed, "silent-5")) === "completed", PATIENCE);
  });

  test("gives a job of a killed process to another process", async () => {
    const committed = connection.db;
    child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "testing/hold-a-job.ts")], {
      env: { ...process.env, APP_URL: appUrl },
      stdio: "inherit",
    });
    await ask(committed, "orphan");
    await vi.waitUntil(async () => (await stateOf(committed, "orphan")) === "active", PATIENCE);
    child.kill("SIGKILL");

    const done: string[] = [];
    await run({ "write-file": async ({ data }) => void done.push(data.id) });
    await vi.waitUntil(async () => (await stateOf(committed, "orphan")) === "completed", PATIENCE);
    expect(done).toEqual(["orphan"]);
  });
});
