import { fork } from "node:child_process";
import { join } from "node:path";
import { FileNotWritten, type WriteFailure } from "@/lib/render/file-not-written";
import type { OnPart } from "@/lib/render/render-format";
import type { RenderNews, RenderTask } from "@/lib/render/render-process";
import { timed } from "@/lib/render/timed";

/** Started from its source, not from the app's bundle: another process cannot share the app's compiled chunks. */
const PROCESS_FILE = ["lib", "render", "render-process.ts"];
/** So much may live at once; what is garbage goes soon, because the machine may have little more than this. */
const HEAP_MB = 512;

/** Of what the process prints when it ends, so much is kept. */
const SAID_CHARACTERS = 4_000;

type RenderLimits = { timeoutMs: number; heapMb?: number };

/** The file that was asked for last; the next waits for it. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a large file in a process of its own, so that nobody who asks the app for something meanwhile waits for it. All
 * its memory goes with it: after a thread the compiler's would stay with the app. One is written at a time, so that a
 * small machine has to hold one.
 *
 * @throws FileNotWritten
 */
export function renderInProcess(task: RenderTask, limits: RenderLimits, onPart: OnPart): Promise<Uint8Array> {
  const written = last.then(() => timed(task.format, () => write(task, limits, onPart)));
  last = written.catch(() => undefined);
  return written;
}

async function write(task: RenderTask, limits: RenderLimits, onPart: OnPart): Promise<Uint8Array> {
  const child = fork(join(/* turbopackIgnore: true */ process.cwd(), ...PROCESS_FILE), {
    execArgv: ["--import", "tsx", `--max-old-space-size=${limits.heapMb ?? HEAP_MB}`, "--max-semi-space-size=8"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-SAID_CHARACTERS);
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, limits.timeoutMs);
  try {
    return await new Promise((resolve, reject) => {
      child.on("message", (news: RenderNews) => {
        if (news.kind === "part") onPart(news.done, news.total);
        else resolve(news.bytes);
      });
      child.on("error", reject);
      // Once all that it printed has come, too.
      child.on("close", (_code, signal) => reject(new FileNotWritten(isLate ? "time" : reasonOf(signal), said.trim())));
      child.send(task);
    });
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
}

/** A process whose heap is full aborts, and one whose machine is full is killed; one with a fault ends by itself. */
function reasonOf(signal: NodeJS.Signals | null): WriteFailure {
  return signal === "SIGABRT" || signal === "SIGKILL" ? "memory" : "fault";
}
