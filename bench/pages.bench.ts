import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import { RENDER_FORMATS } from "@/lib/render/render-format";
import { PROJECT_DIR } from "@/scripts/project-dir";
import { type AppClient, clientAt, signInAt } from "@/scripts/testing/app-client";
import { childrenOf, endLaunched, launch, type StartedApp, untilReady } from "@/scripts/testing/started-app";
import { against, mediansInTurn } from "./measure";

const RUNS = 60;
const DOCUMENT_ROUNDS = 20;
/** A page with nothing on it: the same server, proxy and frame. */
const EMPTY = "/no-such-page";
const ID = "[0-9a-f-]{36}";

type Page = { name: string; client: AppClient; address: string; scriptAimKb: number };

/** The pages that most people open, over HTTP on the built app, each against a page with nothing on it. */
export async function benchPages(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  try {
    const app = launch({ port: await freePort(), dataDir });
    await untilReady(app);
    const atStart = await memoryMb(app);
    const nobody = clientAt(app.origin);
    const pages = await findPages(app.origin);

    const open = [{ client: nobody, address: EMPTY }, ...pages].map(
      ({ client, address }) =>
        async () =>
          (await client.get(address)).arrayBuffer(),
    );
    const [floor = 0, ...times] = await mediansInTurn(open, RUNS);
    const ofEmpty = await scriptsOf(nobody, EMPTY);
    for (const [index, { name, client, address, scriptAimKb }] of pages.entries()) {
      const scripts = (await scriptsOf(client, address)).filter((path) => !ofEmpty.includes(path));
      const kb = (await compressedBytes(scripts)) / 1000;
      print(
        `${name}: ${against(times[index] ?? 0, floor, "an empty page", 2)}; ` +
          `${kb.toFixed(1)} kB of scripts beyond it (aim: ${scriptAimKb})`,
      );
    }
    await openDocuments(pages);
    print(`memory of the app: ${await memoryMb(app)} MB after all that and its files, ${atStart} MB before (aim: 700)`);
  } finally {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function findPages(origin: string): Promise<Page[]> {
  const nobody = clientAt(origin);
  const clerk = await signInAt(origin, "行政审批服务局填报人", DEMONSTRATION_PASSWORD);
  const reviewer = await signInAt(origin, "工委管委办公室审核人", DEMONSTRATION_PASSWORD);
  const page = async (name: string, client: AppClient, list: string, pattern: string, scriptAimKb: number) => {
    const address = (await (await client.get(list)).text()).match(pattern)?.[0];
    if (address === undefined) throw new Error(`${list} leads to no ${name}`);
    return { name, client, address, scriptAimKb };
  };
  return [
    { name: "desk", client: clerk, address: "/desk", scriptAimKb: 80 },
    await page("section", clerk, "/desk", `/desk/${ID}`, 80),
    { name: "overview", client: reviewer, address: "/review", scriptAimKb: 80 },
    { name: "queue", client: reviewer, address: "/review/queue", scriptAimKb: 80 },
    await page("review", reviewer, "/review/queue", `/review/${ID}`, 80),
    { name: "public list", client: nobody, address: "/reports", scriptAimKb: 10 },
    await page("public report", nobody, "/reports", `/reports/${ID}`, 10),
  ];
}

/** Everything that takes memory has been done once these were written, several times over. */
async function openDocuments(pages: readonly Page[]): Promise<void> {
  const report = pages.find(({ name }) => name === "public report");
  const reviewer = pages.find(({ name }) => name === "overview")?.client;
  const cycle = (await (await reviewer?.get("/review"))?.text())?.match(`/report/${ID}`)?.[0];
  for (let round = 0; round < DOCUMENT_ROUNDS; round += 1) {
    for (const format of RENDER_FORMATS) {
      await (await report?.client.get(`${report.address}/download/${format}`))?.arrayBuffer();
      await (await reviewer?.get(`${cycle}/download/${format}`))?.arrayBuffer();
    }
  }
}

/** Every script that the page names, in its markup or in what it hands to the client. */
async function scriptsOf(client: AppClient, address: string): Promise<string[]> {
  const text = await (await client.get(address)).text();
  return [...new Set([...text.matchAll(/static\/chunks\/[^"'\\?]+?\.js/g)].map(([path]) => path))];
}

async function compressedBytes(scripts: readonly string[]): Promise<number> {
  const sizes = scripts.map(async (path) => gzipSync(await readFile(join(PROJECT_DIR, ".next", path))).byteLength);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** What the app's process holds, as the machine counts it; the database is not in it. */
async function memoryMb(app: StartedApp): Promise<number> {
  let kb = 0;
  for (const pid of childrenOf(app.pid)) {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    if (status.includes("postgres")) continue;
    kb += Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0);
  }
  return Math.round((kb * 1024) / 1_000_000);
}
