import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import {
  childrenOf,
  endLaunched,
  isHealthy,
  kill,
  launch,
  processesWith,
  untilHealthy,
  untilReady,
} from "./testing/started-app";

const PATIENCE = { timeout: 180_000, interval: 100 };

describe("npm start", () => {
  let dataDir: string;
  let port: number;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "nianbao-start-"));
    port = await freePort();
  });
  afterEach(async () => {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  const refusal = async (params: Partial<Parameters<typeof launch>[0]>) => {
    const app = launch({ port, dataDir, ...params });
    return { code: await app.ended, said: app.said() };
  };

  it("says in one sentence that the port is in use", async () => {
    const holder = createServer().listen(port, "127.0.0.1");
    const { code, said } = await refusal({});
    holder.close();
    expect(code).toBe(1);
    expect(said).toContain(`端口 ${port} 已被占用`);
    expect(said).toContain(`Port ${port} is in use`);
    expect(said).not.toContain("    at ");
  });

  it("says in one sentence that the data folder cannot be written", async () => {
    const { code, said } = await refusal({ dataDir: "/dev/null/nianbao" });
    expect(code).toBe(1);
    expect(said).toContain("数据文件夹 /dev/null/nianbao 不可写");
    expect(said).not.toContain("    at ");
  });

  it("says in one sentence that the server cannot be reached, and keeps its password to itself", async () => {
    const closed = await freePort();
    const { code, said } = await refusal({
      env: { DATABASE_URL: `postgres://someone:hush@127.0.0.1:${closed}/nianbao` },
    });
    expect(code).toBe(1);
    expect(said).toContain(`连不上 DATABASE_URL 指定的数据库 127.0.0.1:${closed}/nianbao`);
    expect(said).not.toContain("hush");
    expect(said).not.toContain("    at ");
  });

  it("knows its arguments", async () => {
    const { code, said } = await refusal({ args: ["--emtpy"] });
    expect(code).toBe(1);
    expect(said).toContain("--emtpy");
  });

  it("serves, and on SIGTERM leaves nothing running", async () => {
    const app = launch({ port, dataDir, args: ["--empty"] });
    await untilReady(app);
    expect(await isHealthy(app.origin)).toBe(true);
    expect(processesWith(dataDir)).not.toEqual([]);

    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(await isHealthy(app.origin)).toBe(false);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it("starts again after it was killed, with the same port and the same database", async () => {
    const first = launch({ port, dataDir, args: ["--empty"] });
    await untilReady(first);
    const server = processesWith(dataDir);
    first.signal("SIGKILL");
    await first.ended;
    await untilHealthy(first, false);
    expect(processesWith(dataDir)).toEqual(server);

    const second = launch({ port, dataDir });
    await untilReady(second);
    await vi.waitUntil(() => second.said().includes("尚无数据"), PATIENCE);
    expect(processesWith(dataDir)).toEqual(server);
    second.signal("SIGINT");
    expect(await second.ended).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it("brings the app and the database back when one of them is killed", async () => {
    const app = launch({ port, dataDir, args: ["--empty"] });
    await untilReady(app);

    for (const pid of childrenOf(app.pid)) kill(pid);
    await untilHealthy(app, false);
    await untilHealthy(app);

    for (const pid of processesWith(dataDir)) kill(pid);
    await untilHealthy(app, false);
    await untilHealthy(app);
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
  });

  it("uses the server of DATABASE_URL, and needs no data folder when it has the secret too", async () => {
    const server = await startEmbedded({ dataDir, say: () => undefined, isDurable: false, endsWithParent: true });
    const app = launch({
      port,
      dataDir: "/dev/null/nianbao",
      args: ["--empty"],
      env: { DATABASE_URL: server.ownerUrl, NEXTAUTH_SECRET: "a secret that all machines of the office share" },
    });
    await untilReady(app);
    expect(await isHealthy(app.origin)).toBe(true);
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(processesWith(dataDir)).not.toEqual([]);
    await server.stop();
  });

  it("may be started twice at the same moment on one folder; the first to end leaves the other its database", async () => {
    const one = launch({ port, dataDir, args: ["--empty"] });
    const other = launch({ port: await freePort(), dataDir, args: ["--empty"] });
    await Promise.all([untilReady(one), untilReady(other)]);

    one.signal("SIGTERM");
    expect(await one.ended).toBe(0);
    expect(await isHealthy(other.origin)).toBe(true);
    other.signal("SIGTERM");
    expect(await other.ended).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it("opens the socket by which a page that is developed hydrates and reloads", async () => {
    const app = launch({ port, dataDir, args: ["--dev", "--empty"] });
    await untilReady(app);
    const socket = new WebSocket(`${app.origin.replace("http", "ws")}/_next/hmr?id=a-page`);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", reject);
    });
    socket.close();
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
  });
});
