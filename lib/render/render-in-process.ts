import { fork } from "node:child_process";
import { join } from "node:path";
import type { OnPart } from "@/lib/render/render-format";
import type { RenderNews, RenderTask } from "@/lib/render/render-process";
import { timed } from "@/lib/render/timed";

/** Started from its source, not from the app's bundle: another process cannot share the app's compiled chunks. */
const PROCESS_FILE = ["lib", "render", "render-process.ts"];
/** So much may live at once; what is garbage goes soon, because the machine may have little more than this. */
const HEAP = ["--max-old-space-size=512", "--max-semi-space-size=8"];

/** The file that was asked for last; the next waits for it. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a large file in a process of its own, so that nobody who asks the app for something meanwhile waits for it. All
 * its memory goes with it: after a thread the compiler's would stay with the app. One is written at a time, so that a
 * small machine has to hold one.
 */
export function renderInProcess(task: RenderTask, limits: { timeoutMs: number }, onPart: OnPart): Promise<Uint8Array> {
  const written = last.then(() => timed(task.format, () => write(task, limits, onPart)));
  last = written.catch(() => undefined);
  return written;
}

async function write(task: RenderTask, limits: { timeoutMs: number }, onPart: OnPart): Promise<Uint8Array> {
  const child = fork(join(/* turbopackIgnore: true */ process.cwd(), ...PROCESS_FILE), {
    execArgv: ["--import", "tsx", ...HEAP],
    serialization: "advanced",
    timeout: limits.timeoutMs,
    killSignal: "SIGKILL",
  });
  try {
    return await new Promise((resolve, reject) => {
      child.on("message", (news: RenderNews) => {
        if (news.kind === "part") onPart(news.done, news.total);
        else resolve(news.bytes);
      });
      child.on("error", reject);
      child.on("exit", () => reject(new Error("the process that writes a file ended before it was written")));
      child.send(task);
    });
  } finally {
    child.kill("SIGKILL");
  }
}
