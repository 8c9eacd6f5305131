import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { setClerksToWork } from "./busy-clerks";
import type { Fault, Struck } from "./faults";
import { isHealthy } from "./started-app";
import { countFigures, type Figures, type Say, until, untilWorkGoesOn } from "./trial";

const PAUSE_MS = 250;
const ReadinessSchema = z.object({ reasons: z.array(z.object({ code: z.string() })) });

/** Lets a fault happen while clerks work, and tells what they and the health address were told meanwhile. */
export async function runFault(params: { fault: Fault; folder: string; say: Say }): Promise<Figures> {
  const { fault, folder, say } = params;
  const struck = await fault.prepare(folder);
  try {
    return await work(fault, struck, say);
  } finally {
    await struck.office.close();
  }
}

async function work(fault: Fault, { office, strike, end }: Struck, say: Say): Promise<Figures> {
  const { app } = office;
  const clerks = await setClerksToWork(app.origin, DEMONSTRATION_PASSWORD);
  await untilWorkGoesOn(clerks, 20);
  clerks.takeSlowest();
  const watch = watchReadiness(app.origin);
  const before = clerks.progress();
  await strike();
  await sleep(fault.lastsMs);
  const meanwhile = clerks.progress() - before;
  await end();
  const endedAt = performance.now();
  await untilWorkGoesOn(clerks);
  await until(() => isHealthy(app.origin));
  const recoveredMs = Math.round(performance.now() - endedAt);
  await untilWorkGoesOn(clerks, 20);
  const seen = await watch.finish();
  await clerks.finish();
  say(
    `lasted ${fault.lastsMs / 1000} s, ${meanwhile} things were acknowledged meanwhile; working again ${recoveredMs} ms ` +
      `after its end; the longest that somebody waited: ${Math.round(clerks.takeSlowest())} ms`,
  );
  for (const [line, count] of seen) say(`  ${count} × /api/health/ready: ${line}`);
  return office.count((ownerUrl) => countFigures(ownerUrl, clerks));
}

/** Asks over and over whether the app is ready, as a balancer does, and counts what it says. */
function watchReadiness(origin: string) {
  let isOver = false;
  const seen = new Map<string, number>();
  const ask = async (): Promise<string> => {
    const answer = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(30_000) });
    const read = ReadinessSchema.safeParse(await answer.json().catch(() => null));
    const reasons = read.success ? read.data.reasons.map(({ code }) => code) : [];
    return [answer.status, ...reasons].join(" ");
  };
  const asking = (async () => {
    while (!isOver) {
      const line = await ask().catch((error: unknown) =>
        error instanceof Error && error.name === "TimeoutError" ? "no answer within 30 s" : "no connection",
      );
      seen.set(line, (seen.get(line) ?? 0) + 1);
      await sleep(PAUSE_MS);
    }
  })();
  return {
    finish: async () => {
      isOver = true;
      await asking;
      return seen;
    },
  };
}
