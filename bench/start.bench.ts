import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/free-port";
import { PROJECT_DIR } from "@/scripts/project-dir";

const NOT_COPIED = new Set([".git", ".next", "node_modules"]);
const FIRST_AIM_S = 60;
const SECOND_AIM_S = 5;

/** The first start after an install, with its database, demonstration and build, and the one after it. */
export async function benchStart(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  try {
    const project = join(folder, "project");
    await cp(PROJECT_DIR, project, {
      recursive: true,
      filter: (path) => !NOT_COPIED.has(path.slice(PROJECT_DIR.length + 1)),
    });
    await cp(join(PROJECT_DIR, "node_modules"), join(project, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    const first = await timeStart(project, join(folder, "data"));
    print(
      `first start after install: ${first.toFixed(1)} s, ${(first / FIRST_AIM_S).toFixed(2)} of the aim of ${FIRST_AIM_S} s`,
    );
    const second = await timeStart(project, join(folder, "data"));
    print(
      `second start: ${second.toFixed(1)} s, ${(second / SECOND_AIM_S).toFixed(2)} of the aim of ${SECOND_AIM_S} s`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seconds from the command until the app says that it is ready. */
async function timeStart(project: string, dataDir: string): Promise<number> {
  const from = performance.now();
  const app = spawn("npm", ["start"], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NIANBAO_DATA_DIR: dataDir, PORT: String(await freePort()), HOST: "127.0.0.1" },
  });
  const ended = new Promise((resolve) => app.once("close", resolve));
  let output = "";
  for (const stream of [app.stdout, app.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  while (!output.includes("Nianbao is ready")) {
    if (app.exitCode !== null) throw new Error(`the app did not start: ${output}`);
    await sleep(20);
  }
  const seconds = (performance.now() - from) / 1000;
  app.kill("SIGTERM");
  await ended;
  return seconds;
}
