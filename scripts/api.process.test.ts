import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import { createClient } from "@/lib/api-client/client";
import { type ClientOf, driveYear } from "@/lib/web/api/testing/drive-year";
import { signInAt } from "./testing/app-client";
import { endLaunched, launch, untilReady } from "./testing/started-app";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-api-"));
});
afterEach(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

const SCOPES: Readonly<Record<string, string>> = {
  填报人: "fill",
  部门负责人: "fill",
  审核人: "review",
  统稿人: "edit",
  办公室负责人: "publish",
};

/** A token as somebody makes it on their account page. */
async function makeToken(origin: string, account: string): Promise<string> {
  const person = await signInAt(origin, account, DEMONSTRATION_PASSWORD);
  const role = Object.keys(SCOPES).find((ending) => account.endsWith(ending)) ?? "";
  const form = { requestId: crypto.randomUUID(), name: "测试", days: "30", proof: DEMONSTRATION_PASSWORD };
  const { given } = await person.send("makeTokenAction", "/account", { ...form, "scopes[]": SCOPES[role] ?? "fill" });
  return given?.token ?? "";
}

it("carries a half-filled year to its publication over HTTP, with tokens made on the account page", async () => {
  const app = launch({ port: await freePort(), dataDir, args: ["--demo"], env: { NIANBAO_PROCESSES: "2" } });
  await untilReady(app);
  const clients = new Map<string, ReturnType<typeof createClient>>();
  const clientOf: ClientOf = async (account) => {
    if (account === undefined) return createClient({ origin: app.origin });
    const known = clients.get(account);
    if (known) return known;
    const client = createClient({ origin: app.origin, token: await makeToken(app.origin, account) });
    clients.set(account, client);
    return client;
  };
  const editor = await clientOf("工委管委办公室统稿人");
  const { items } = await editor.call("listYears", {});
  const reportId = await driveYear(clientOf, items.find(({ state }) => state === "open")?.id ?? "");
  const anybody = await clientOf();
  const published = await anybody.call("getPublicReport", { params: { reportId } });
  expect(published).toMatchObject({ state: "published", url: `${app.origin}/reports/${reportId}` });
  const pdf = await anybody.call("getPublicFile", { params: { reportId, format: "pdf" } });
  expect(await pdf.slice(0, 4).text()).toBe("%PDF");

  const large = await fetch(`${app.origin}/api/v1/cycles`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://elsewhere.example" },
    body: "x".repeat(2 * 1024 * 1024),
  });
  expect([large.status, large.headers.get("content-type")]).toEqual([405, "application/problem+json"]);
  const document = await fetch(`${app.origin}/api/v1/openapi.json`);
  expect(document.status).toBe(200);
});
