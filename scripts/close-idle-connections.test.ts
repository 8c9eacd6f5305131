import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";

/**
 * As the app's server ends: it takes no more connections, and the process ends with the last one, which these would keep
 * open for longer than the test waits.
 */
const SERVER = `
  const { createServer } = await import("node:http");
  const { Server } = await import("node:net");
  const server = createServer((request, response) => {
    if (request.url === "/begun") response.write("begun ");
    setTimeout(() => response.end("answered " + request.url), request.url === "/next" ? 0 : 1500);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
  process.on("SIGTERM", () => server.close(() => process.exit(0)));
  process.on("message", () => Server.prototype.close.call(server, () => process.exit(0)));
`;

describe("a server that is told to end", () => {
  let child: ChildProcess | null = null;
  afterEach(() => {
    child?.kill("SIGKILL");
  });

  async function start(): Promise<{ port: number; ended: Promise<unknown> }> {
    const preload = join(import.meta.dirname, "close-idle-connections.ts");
    child = spawn(process.execPath, ["--import", "tsx", "--import", preload, "--input-type=module", "-e", SERVER], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const ended = once(child, "exit");
    const [said] = child.stdout ? await once(child.stdout, "data") : [""];
    return { port: Number(String(said)), ended };
  }

  async function open(port: number): Promise<{ socket: Socket; received: () => string }> {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    await once(socket, "connect");
    return { socket, received: () => text };
  }

  const ask = (socket: Socket, path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);

  it("closes connections that are kept for later or were never used, and finishes what it is answering", async () => {
    const { port, ended } = await start();
    const [unused, kept, slow] = [await open(port), await open(port), await open(port)];
    ask(kept.socket, "/next");
    await once(kept.socket, "data");
    ask(slow.socket, "/slow");
    await new Promise((later) => setTimeout(later, 200));

    child?.kill("SIGTERM");
    await Promise.all([once(unused.socket, "close"), once(kept.socket, "close")]);
    expect(slow.socket.destroyed).toBe(false);
    await once(slow.socket, "close");
    expect(slow.received()).toContain("answered /slow");
    expect(await ended).toEqual([0, null]);
  }, 20_000);

  it("answers what comes next on a connection whose client could not be told to send nothing more", async () => {
    const { port, ended } = await start();
    const [begun, waiting] = [await open(port), await open(port)];
    ask(begun.socket, "/begun");
    ask(waiting.socket, "/waiting");
    await once(begun.socket, "data");

    child?.send("retire");
    await once(waiting.socket, "close");
    expect(waiting.received()).toMatch(/connection: close/i);
    await vi.waitUntil(() => begun.received().includes("answered /begun"), { timeout: 10_000 });
    ask(begun.socket, "/next");
    await once(begun.socket, "close");
    expect(begun.received()).toContain("answered /next");
    expect(await ended).toEqual([0, null]);
  }, 20_000);
});
