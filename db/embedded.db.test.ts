import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startEmbedded } from "./embedded";
import { readPostmaster } from "./embedded-process";

describe("the embedded server", () => {
  let dataDir: string;
  const start = (dir = dataDir) =>
    startEmbedded({ dataDir: dir, say: () => undefined, isDurable: false, endsWithParent: true });
  const postmaster = async (dir = dataDir) => {
    const found = await readPostmaster(join(dir, "postgres"));
    if (!found) throw new Error("no server runs");
    return found;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "nianbao-embedded-"));
  });
  afterEach(async () => {
    await rm(dataDir, { recursive: true, force: true });
  });

  it("is one server for starts at the same moment, and the last to leave stops it", async () => {
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    expect(new Set([first.ownerUrl, second.ownerUrl, third.ownerUrl]).size).toBe(1);
    expect([first, second, third].filter((server) => !server.adopted)).toHaveLength(1);

    await Promise.all([first.stop(), third.stop()]);
    expect(await ask(second.ownerUrl)).toBe(1);
    await second.stop();
    expect(await readPostmaster(join(dataDir, "postgres"))).toBeNull();
    await expect(ask(second.ownerUrl)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("restarts at the same address after it was killed in use", async () => {
    const server = await start();
    await ask(server.ownerUrl, "create table kept as select 42 as number");
    process.kill((await postmaster()).pid, "SIGKILL");
    await vi.waitFor(async () => expect(await ask(server.ownerUrl, "select number from kept")).toBe(42), 10_000);
    await server.stop();
    expect(await readPostmaster(join(dataDir, "postgres"))).toBeNull();
  });

  it("restarts at the same address after one of its workers was killed", async () => {
    const server = await start();
    const pid = await ask(
      server.ownerUrl,
      "select pid as number from pg_stat_activity where backend_type = 'checkpointer'",
    );
    process.kill(Number(pid), "SIGKILL");
    await vi.waitFor(async () => expect(await ask(server.ownerUrl)).toBe(1), 10_000);
    await server.stop();
    expect(await readPostmaster(join(dataDir, "postgres"))).toBeNull();
  });

  it("ignores a postmaster.pid whose process id belongs to another program", async () => {
    await (await start()).stop();
    const stale = `${process.pid}\n${dataDir}/postgres\n0\n1\n\n127.0.0.1\n0 0\nready\n`;
    await writeFile(join(dataDir, "postgres/postmaster.pid"), stale);
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await ask(server.ownerUrl)).toBe(1);
    await server.stop();
  });

  it("does not take the server of a folder for that of its copy", async () => {
    const server = await start();
    const copy = await mkdtemp(join(tmpdir(), "nianbao-embedded-"));
    await cp(dataDir, copy, { recursive: true });
    const ofCopy = await start(copy);
    expect(ofCopy.adopted).toBe(false);
    expect((await postmaster(copy)).pid).not.toBe((await postmaster()).pid);
    await Promise.all([server.stop(), ofCopy.stop()]);
    await rm(copy, { recursive: true });
  });

  it("refuses connections without its password, which only its user can read", async () => {
    const server = await start();
    const url = new URL(server.ownerUrl);
    expect((await stat(join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(dataDir, "postgres-password"), "utf8")).length).toBeGreaterThan(40);
    url.password = "wrong";
    await expect(ask(url.toString())).rejects.toMatchObject({ code: "28P01" });
    await server.stop();
  });

  it("writes no text of people into its log when a statement fails", async () => {
    const server = await start();
    await ask(server.ownerUrl, "create table unique_words as select '张三的申请'::text as words");
    await ask(server.ownerUrl, "create unique index once on unique_words (words)");
    await expect(ask(server.ownerUrl, "insert into unique_words values ('张三的申请')")).rejects.toMatchObject({
      code: "23505",
    });
    await server.stop();
    const log = await readFile(join(dataDir, "postgres.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("张三");
  });
});

async function ask(url: string, statement = "select 1 as number"): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number }>(statement);
    return rows[0]?.number;
  } finally {
    await client.end();
  }
}
