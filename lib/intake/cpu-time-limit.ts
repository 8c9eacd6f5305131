import { setTimeout as sleep } from "node:timers/promises";
import type { Worker } from "node:worker_threads";

const LOOK_MS = 50;
/** By the clock a thread gets this many times its share, whatever else the machine does. */
const PATIENCE = 15;

/**
 * Settles when a thread has worked for so many milliseconds since it was asked. What the machine gave to others in the
 * meantime does not count, so that the same file is not read at night and refused on a busy morning. Native code cannot
 * be asked what it has used: that, and a thread that only waits, ends by the clock.
 */
export async function waitForCpuTime(worker: Worker, ms: number, signal: AbortSignal): Promise<void> {
  const look = async () => {
    const before = await workedMs(worker);
    do await sleep(LOOK_MS, undefined, { signal });
    while ((await workedMs(worker)) - before < ms);
  };
  await Promise.race([look(), sleep(ms * PATIENCE, undefined, { signal })]);
}

async function workedMs(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
}
