import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { untilWorked } from "@/lib/intake/worked-time";

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
    untilWorked(waiting, 200, signal).then(() => "waiting"),
    untilWorked(busy, 200, signal).then(() => "busy"),
  ]);
  expect(first).toBe("busy");
});

it("ends by the clock where nothing is worked, and stops when nobody asks any more", async () => {
  const waiting = await started("setInterval(() => {}, 1000)");
  await untilWorked(waiting, 10, new AbortController().signal);
  await expect(untilWorked(waiting, 60_000, AbortSignal.abort())).rejects.toThrow("aborted");
});
