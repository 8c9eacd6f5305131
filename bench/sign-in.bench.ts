import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import { clientAt, signInAt } from "@/scripts/testing/app-client";
import { endLaunched, launch, untilReady } from "@/scripts/testing/started-app";
import { against, medianOf, timeMs } from "./measure";

/** A whole office that comes to work at the same minute. */
const AT_ONCE = 60;
const QUIET_RUNS = 40;

/** Many sign-ins at the same moment, and how the health check and a page answer meanwhile against a quiet moment. */
export async function benchSignIn(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
  try {
    const app = launch({ port: await freePort(), dataDir });
    await untilReady(app);
    const nobody = clientAt(app.origin);
    const reviewer = await signInAt(app.origin, "工委管委办公室审核人", DEMONSTRATION_PASSWORD);
    const looks = [
      { name: "health check", open: () => nobody.get("/api/health/live") },
      { name: "overview", open: () => reviewer.get("/review") },
    ];
    const timeOf = (open: () => Promise<Response>) => timeMs(async () => (await open()).arrayBuffer());

    const quiet: number[] = [];
    for (const { open } of looks) {
      const times: number[] = [];
      for (let run = -1; run < QUIET_RUNS; run += 1) times.push(await timeOf(open));
      quiet.push(medianOf(times.slice(1)));
    }

    let isOver = false;
    const meanwhile = looks.map(async ({ open }) => {
      const times: number[] = [];
      while (!isOver) times.push(await timeOf(open));
      return times;
    });
    const accounts = DEMONSTRATION_ACCOUNTS.map(({ account }) => account);
    const entered = await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        let isIn = true;
        const time = await timeMs(() =>
          signInAt(app.origin, accounts[index % accounts.length] ?? "", DEMONSTRATION_PASSWORD).catch(() => {
            isIn = false;
          }),
        );
        return { isIn, time };
      }),
    );
    isOver = true;
    const times = await Promise.all(meanwhile);

    const within = entered.filter(({ isIn }) => isIn).map(({ time }) => time);
    print(
      `${AT_ONCE} sign-ins at once: ${within.length} are in, half of them after ${Math.round(medianOf(within))} ms, ` +
        `the last after ${Math.round(Math.max(...within))} ms; ${AT_ONCE - within.length} are asked to come again`,
    );
    for (const [index, { name }] of looks.entries()) {
      const own = times[index] ?? [];
      print(
        `${name} meanwhile: ${against(medianOf(own), quiet[index] ?? 0, "a quiet moment", 3)}; ` +
          `the slowest of ${own.length}: ${Math.round(Math.max(...own))} ms`,
      );
    }
  } finally {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}
