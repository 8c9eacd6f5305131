import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { openPool } from "@/db/pool";
import { findWritable } from "@/db/servers";

/** Two servers, each in a folder of its own, which the tests make read-only and writable as a failover does. */
describe("a database of several servers", () => {
  const folders: string[] = [];
  const servers: Embedded[] = [];
  let closed = 0;
  beforeAll(async () => {
    closed = await freePort();
    for (let count = 0; count < 2; count += 1) {
      const dataDir = await mkdtemp(join(tmpdir(), "nianbao-several-"));
      folders.push(dataDir);
      servers.push(await startEmbedded({ dataDir, say: () => undefined, isDurable: false, endsWithParent: true }));
    }
    // The same login at both, as standbys have it.
    for (const server of servers) {
      await asOwner(server, "create role sharer login superuser password 'sharer'", "create database shared");
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  async function asOwner(server: Embedded | undefined, ...statements: string[]): Promise<void> {
    const client = new Client({ connectionString: server?.ownerUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
  const portOf = (index: number) => new URL(servers[index]?.ownerUrl ?? "").port;
  const urlOf = (...ports: (string | number)[]) =>
    `postgres://sharer:sharer@${ports.map((port) => `127.0.0.1:${port}`).join(",")}/shared?target_session_attrs=read-write`;
  const set = (index: number, isReadOnly: boolean) =>
    asOwner(
      servers[index],
      `alter system set default_transaction_read_only = ${isReadOnly ? "on" : "off"}`,
      "select pg_reload_conf()",
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'shared'",
    );

  it("is used at the server that takes changes, past one that is away and one that does not", async () => {
    await set(0, true);
    const found = await findWritable(urlOf(closed, portOf(0), portOf(1)));
    expect(new URL(found).port).toBe(portOf(1));
    await set(0, false);
  });

  it("is said to be read-only, or away, where no server takes changes", async () => {
    await set(0, true);
    await expect(findWritable(urlOf(closed, portOf(0)))).rejects.toThrow("is read-only");
    await expect(findWritable(urlOf(portOf(0), closed))).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await set(0, false);
  });

  it("is found again by a running pool after a failover, and back", async () => {
    await set(1, true);
    const pool = openPool(urlOf(closed, portOf(0), portOf(1)), { max: 2 });
    const port = async () => {
      const { rows } = await pool.query<{ port: number }>("select inet_server_port() as port");
      return String(rows[0]?.port);
    };
    const answeringPort = async () => {
      // A connection that was taken away fails the statement that was on it; the next is answered.
      for (;;) {
        const found = await port().catch(() => null);
        if (found !== null) return found;
      }
    };
    expect(await port()).toBe(portOf(0));
    await set(1, false);
    await set(0, true);
    expect(await answeringPort()).toBe(portOf(1));
    const client = await pool.connect();
    await client.query("create table written (id int)");
    client.release();
    await set(0, false);
    await set(1, true);
    expect(await answeringPort()).toBe(portOf(0));
    await pool.end();
  });
});
