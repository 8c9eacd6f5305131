import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Refusal } from "@/lib/domain/refusal";
import type { RenderNews, RenderTask } from "@/lib/render/render-worker";

/** Started from its source, not from the app's bundle: a worker cannot share the app's compiled chunks. */
const WORKER_FILE = ["lib", "render", "render-worker.ts"];
const HEAP_MB = 1_024;

/**
 * Writes a large file in a thread of its own, so that nobody who asks the app for something meanwhile waits for it, and
 * its memory goes with the thread.
 *
 * @throws Refusal as the writer does
 */
export async function renderInThread(
  task: RenderTask,
  limits: { timeoutMs: number },
  onPart: (done: number, total: number) => void,
): Promise<Uint8Array> {
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...WORKER_FILE), {
    execArgv: ["--import", "tsx"],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const timer = setTimeout(() => void worker.terminate(), limits.timeoutMs);
  try {
    return await new Promise((resolve, reject) => {
      worker.on("message", (news: RenderNews) => {
        if (news.kind === "part") onPart(news.done, news.total);
        else if (news.kind === "written") resolve(news.bytes);
        else reject(new Refusal(news.code, news.details));
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("the thread that writes a file ended before it was written")));
      worker.postMessage(task);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
