import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "@/db/free-port";
import { type Balancer, isBalancerThere, startBalancer } from "./testing/balancer";

const PATIENCE = { timeout: 60_000, interval: 100 };
if (!isBalancerThere) process.stderr.write("deploy/haproxy.cfg is not tried: this machine has no haproxy.\n");

/** Two machines that say what an app says, whose databases the tests take away. */
describe.skipIf(!isBalancerThere)("the balancer of deploy/haproxy.cfg", () => {
  let folder: string;
  let balancer: Balancer;
  const machines: Server[] = [];
  const isReady = [true, true];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-balancer-"));
    const ports = [await freePort(), await freePort()];
    for (const [index, port] of ports.entries()) {
      const machine = createServer(({ url, headers }, response) => {
        const status = isReady[index] || url === "/api/health/live" ? 200 : 503;
        response.writeHead(status, { "retry-after": "10" });
        response.end(`machine ${index} says ${status}; ${headers["x-forwarded-proto"]} ${headers.connection}`);
      });
      machines.push(machine.listen(port, "127.0.0.1"));
      await once(machine, "listening");
    }
    balancer = await startBalancer({ folder, port: await freePort(), apps: ports });
  });
  afterAll(async () => {
    await balancer.stop();
    for (const machine of machines) machine.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async () => {
    const answer = await fetch(`${balancer.origin}/desk`);
    return { status: answer.status, retryAfter: answer.headers.get("retry-after"), text: await answer.text() };
  };

  it("sends people on to HTTPS, and keeps no connection to a machine that could be closed under the next request", async () => {
    expect(await ask()).toMatchObject({ status: 200, text: expect.stringContaining("https close") });
    const plain = await fetch(`${balancer.plainOrigin}/desk`, { redirect: "manual" });
    expect(plain.status).toBe(301);
  });

  it("asks the machine that is ready", async () => {
    isReady[0] = false;
    await vi.waitUntil(() => balancer.said().includes("Server app/app1 is DOWN"), PATIENCE);
    for (let count = 0; count < 4; count += 1) expect((await ask()).text).toContain("machine 1 says 200");
  });

  it("lets a machine say why, and when to come again, where none is ready", async () => {
    isReady.fill(false);
    await vi.waitUntil(() => balancer.said().includes("backend app has no server available"), PATIENCE);
    expect(await ask()).toMatchObject({ status: 503, retryAfter: "10", text: expect.stringContaining("says 503") });
    isReady.fill(true);
    await vi.waitUntil(async () => (await ask()).status === 200, PATIENCE);
  });
});
