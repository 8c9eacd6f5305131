import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadResult } from "@/lib/intake";

export type GuardedReader = {
  read: (bytes: Uint8Array, fileName: string) => Promise<ReadResult>;
  close: () => Promise<void>;
};

export type GuardLimits = {
  timeoutMs: number;
  /** A PDF takes longer than every other type; without this it has as long as they. */
  pdfTimeoutMs?: number;
  heapMb: number;
};

type Thread = { worker: Worker; answer: (result: ReadResult) => void };

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
      worker.on("message", (message: ReadResult | "ready") => {
        if (message !== "ready") return started.answer(message);
        isReady = true;
        resolve(started);
      });
      worker.on("error", (error: Error) => {
        if (!isReady) return reject(error);
        const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        thread = null;
        started.answer({ ok: false, problem: isMemory ? "too_much_memory" : "broken" });
      });
    });

  const readOne = async (bytes: Uint8Array, fileName: string): Promise<ReadResult> => {
    const current = thread ?? (await start());
    thread = current;
    current.worker.ref();
    return await new Promise((resolve) => {
      const timer = setTimeout(() => {
        thread = null;
        void current.worker.terminate();
        current.answer({ ok: false, problem: "took_too_long" });
      }, timeoutFor(bytes));
      current.answer = (result) => {
        clearTimeout(timer);
        current.answer = () => undefined;
        // A waiting thread does not keep the program from ending.
        current.worker.unref();
        resolve(result);
      };
      current.worker.postMessage({ bytes, fileName });
    });
  };

  const timeoutFor = (bytes: Uint8Array) => {
    const isPdf = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
    return isPdf ? (limits.pdfTimeoutMs ?? limits.timeoutMs) : limits.timeoutMs;
  };

  return {
    read: (bytes, fileName) => {
      const result = queue.then(() => readOne(bytes, fileName));
      queue = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await thread?.worker.terminate();
      thread = null;
    },
  };
}
