import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import { signInAt } from "@/scripts/testing/app-client";
import { createScales } from "@/scripts/testing/page-weight";
import { endLaunched, launch, untilReady } from "@/scripts/testing/started-app";

const ID = "[0-9a-f-]{36}";
const SHEET_AIM_KB = 14;
/** Who opens what; a `#` stands for the id that a link of the page named beside it has. */
const PAGES: readonly [who: string, address: string, list?: string][] = [
  ["", "/sign-in"],
  ["", "/reports"],
  ["", "/reports/#", "/reports"],
  ["", "/reports/verify"],
  ["", "/checkup"],
  ["行政审批服务局填报人", "/desk"],
  ["行政审批服务局填报人", "/desk/hand-in"],
  ["行政审批服务局填报人", "/desk/#", "/desk"],
  ["行政审批服务局填报人", "/account"],
  ["工委管委办公室审核人", "/review"],
  ["工委管委办公室审核人", "/review/queue"],
  ["工委管委办公室审核人", "/review/#", "/review/queue"],
  ["工委管委办公室统稿人", "/report/#", "/review"],
  ["工委管委办公室统稿人", "/report/#/compose", "/review"],
  ["工委管委办公室统稿人", "/report/#/preview", "/review"],
  ["工委管委办公室负责人", "/report/#/release", "/review"],
  ["工委管委办公室审计员", "/history"],
  ["工委管委办公室管理员", "/admin"],
  ["工委管委办公室管理员", "/admin/people"],
  ["工委管委办公室管理员", "/admin/cycles/#", "/admin/cycles"],
  ["工委管委办公室管理员", "/admin/cycles/open"],
  ["工委管委办公室管理员", "/admin/past-reports"],
];

/** What a browser receives for a page that it opens for the first time: bytes on the wire, with brotli where there is. */
export async function benchBytes(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  try {
    const app = launch({ port: await freePort(), dataDir });
    await untilReady(app);
    const weigh = createScales(app.origin);
    const cookies = new Map<string, string>([["", ""]]);
    for (const [who, page, list] of PAGES) {
      const known = cookies.get(who);
      const cookie = known ?? (await signInAt(app.origin, who, DEMONSTRATION_PASSWORD)).cookie;
      cookies.set(who, cookie);
      const address = await resolveAddress(app.origin, cookie, page, list);
      const { markup, sheets, scripts } = await weigh(address, cookie);
      const aim = `${(sheets / 1000 / SHEET_AIM_KB).toFixed(2)} of the aim`;
      const kb = [markup, sheets, scripts].map((bytes) => (bytes / 1000).toFixed(1));
      print(`${page}: ${kb[0]} kB of markup, ${kb[1]} of sheets (${aim}), ${kb[2]} of scripts`);
    }
  } finally {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function resolveAddress(origin: string, cookie: string, page: string, list?: string): Promise<string> {
  if (list === undefined) return page;
  const before = page.slice(0, page.indexOf("#"));
  const text = await (await fetch(origin + list, { headers: { cookie, accept: "text/html" } })).text();
  const id = text.match(new RegExp(`${before}(${ID})`))?.[1];
  if (id === undefined) throw new Error(`${list} leads to no ${page}`);
  return page.replace("#", id);
}
