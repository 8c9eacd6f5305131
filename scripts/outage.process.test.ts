import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { signInAt } from "./testing/app-client";
import { endLaunched, launch, untilHealthy, untilReady } from "./testing/started-app";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-outage-"));
});
afterEach(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

it("answers pages, forms and addresses of programs with 503 and when to come again while the database is away", async () => {
  const server = await startEmbedded({ dataDir, say: () => undefined, isDurable: false, endsWithParent: true });
  const secret = "a secret that all machines of the office share";
  const env = { DATABASE_URL: server.ownerUrl, NEXTAUTH_SECRET: secret, NIANBAO_PROCESSES: "1" };
  const app = launch({ port: await freePort(), dataDir: "/dev/null/nianbao", args: ["--demo"], env });
  await untilReady(app);
  const clerk = await signInAt(app.origin, "财政局填报人", DEMONSTRATION_PASSWORD);
  const desk = () => fetch(`${app.origin}/desk`, { headers: { cookie: clerk.cookie, accept: "text/html" } });
  const opened = await desk();
  expect(opened.status).toBe(200);
  const section = (await opened.text()).match(/\/desk\/([0-9a-f-]{36})/)?.[1] ?? "";

  await server.stop();
  await untilHealthy(app, false);
  const page = await desk();
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("10");
  expect(await page.text()).toContain("数据库暂时连不上");
  const program = await fetch(`${app.origin}/reports/11111111-1111-4111-8111-111111111111/download/pdf`);
  expect(program.status).toBe(503);
  expect(program.headers.get("retry-after")).toBe("10");
  const input = { requestId: crypto.randomUUID(), submissionId: section, changes: [] };
  const save = await fetch(`${app.origin}/api/section/save-figures`, {
    method: "POST",
    headers: { origin: app.origin, cookie: clerk.cookie, "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  expect(save.status).toBe(503);
  expect(save.headers.get("retry-after")).toBe("10");
});
