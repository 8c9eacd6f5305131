import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { LetterheadCheck } from "@/lib/domain/letterhead";
import type { ReadResult } from "@/lib/intake";
import type { ReaderAnswer, ReaderTask } from "@/lib/intake/reader-worker";

export type GuardedReader = {
  read: (bytes: Uint8Array, fileName: string) => Promise<ReadResult>;
  checkLetterhead: (bytes: Uint8Array) => Promise<LetterheadCheck>;
  close: () => Promise<void>;
};

export type GuardLimits = {
  timeoutMs: number;
  /** A PDF takes longer than every other type; without this it has as long as they. */
  pdfTimeoutMs?: number;
  heapMb: number;
};

type Answer = ReaderAnswer | { task: "failed"; problem: "took_too_long" | "too_much_memory" | "broken" };
type Thread = { worker: Worker; answer: (answer: Answer) => void };

/** Started from its source, not from the app's bundle: a worker cannot share the app's compiled chunks. */
const WORKER_FILE = ["lib", "intake", "reader-worker.ts"];

/**
 * Reads strangers' files in a thread of its own with a cap on memory and time. A file that breaks a cap is refused, its
 * thread is ended, and the next file gets a new one. Files are read one after another.
 */
export function openGuardedReader(limits: GuardLimits): GuardedReader {
  let thread: Thread | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): Promise<Thread> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...WORKER_FILE), {
        execArgv: ["--import", "tsx"],
        resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
        // What a reader's library prints about a broken file is no message of ours.
        stdout: true,
        stderr: true,
      });
      const started: Thread = { worker, answer: () => undefined };
      let isReady = false;
      worker.on("message", (message: ReaderAnswer | "ready") => {
        if (message !== "ready") return started.answer(message);
        isReady = true;
        resolve(started);
      });
      worker.on("error", (error: Error) => {
        if (!isReady) return reject(error);
        const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        thread = null;
        started.answer({ task: "failed", problem: isMemory ? "too_much_memory" : "broken" });
      });
    });

  const runOne = async (task: ReaderTask): Promise<Answer> => {
    const current = thread ?? (await start());
    thread = current;
    current.worker.ref();
    return await new Promise((resolve) => {
      const timer = setTimeout(() => {
        thread = null;
        void current.worker.terminate();
        current.answer({ task: "failed", problem: "took_too_long" });
      }, timeoutFor(task.bytes));
      current.answer = (answer) => {
        clearTimeout(timer);
        current.answer = () => undefined;
        // A waiting thread does not keep the program from ending.
        current.worker.unref();
        resolve(answer);
      };
      current.worker.postMessage(task);
    });
  };

  const timeoutFor = (bytes: Uint8Array) => {
    const isPdf = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
    return isPdf ? (limits.pdfTimeoutMs ?? limits.timeoutMs) : limits.timeoutMs;
  };

  const run = (task: ReaderTask): Promise<Answer> => {
    const answer = queue.then(() => runOne(task));
    queue = answer.catch(() => undefined);
    return answer;
  };

  return {
    read: async (bytes, fileName) => {
      const answer = await run({ task: "report", bytes, fileName });
      if (answer.task === "report") return answer.result;
      return { ok: false, problem: answer.task === "failed" ? answer.problem : "broken" };
    },
    checkLetterhead: async (bytes) => {
      const answer = await run({ task: "letterhead", bytes });
      if (answer.task === "letterhead") return answer.result;
      const code = answer.task === "failed" && answer.problem === "took_too_long" ? "took_too_long" : "too_much_inside";
      return { ok: false, problems: [{ code, found: "" }] };
    },
    close: async () => {
      await thread?.worker.terminate();
      thread = null;
    },
  };
}
