import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { waitForCpuTime } from "@/lib/intake/cpu-time-limit";

const workers: Worker[] = [];
const started = async (code: string) => {
  const worker = new Worker(code, { eval: true });
  workers.push(worker);
  await once(worker, "online");
  return worker;
};
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

it("counts what a thread works, not what it waits", async () => {
  const waiting = await started("setInterval(() => {}, 1000)");
  const busy = await started("for (;;);");
  const { signal } = new AbortController();
  const first = await Promise.race([
    waitForCpuTime(waiting, 200, signal).then(() => "waiting"),
    waitForCpuTime(busy, 200, signal).then(() => "busy"),
  ]);
  expect(first).toBe("busy");
});

it("ends by the clock where nothing is worked, and stops when nobody asks any more", async () => {
  const waiting = await started("setInterval(() => {}, 1000)");
  await waitForCpuTime(waiting, 10, new AbortController().signal);
  await expect(waitForCpuTime(waiting, 60_000, AbortSignal.abort())).rejects.toThrow("aborted");
});
