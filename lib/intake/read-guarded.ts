import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RuleInForce } from "@/lib/domain/check/finding";
import type { SectionId } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import type { LetterheadCheck } from "@/lib/domain/letterhead";
import type { PastedTable } from "@/lib/domain/pasted-table";
import type { ReadResult } from "@/lib/intake";
import { waitForCpuTime } from "@/lib/intake/cpu-time-limit";
import type { ReadLines } from "@/lib/intake/read-lines";
import type { WorkbookRead } from "@/lib/intake/read-workbook";
import type { CheckResult, ReaderAnswer, ReaderTask } from "@/lib/intake/reader-worker";

export type GuardedReader = {
  read: (bytes: Uint8Array, fileName: string) => Promise<ReadResult>;
  /** With what the office decided of rules, where it decided anything. */
  check: (
    report: InterchangeReport,
    previous: InterchangeReport | null,
    ruleSettings?: readonly RuleInForce[],
  ) => Promise<CheckResult>;
  /** Null where the text holds no table that could be read in time. */
  readTable: (html: string, sectionId: SectionId) => Promise<PastedTable | null>;
  /** A list of any kind, line by line. */
  readLines: (bytes: Uint8Array) => Promise<ReadLines>;
  readWorkbook: (bytes: Uint8Array) => Promise<WorkbookRead>;
  checkLetterhead: (bytes: Uint8Array) => Promise<LetterheadCheck>;
  close: () => Promise<void>;
};

export type GuardLimits = {
  /** How long the thread may work on one file, in milliseconds of its own work. */
  workMs: number;
  /** A PDF takes longer than every other type; without this it has as long as they. */
  pdfWorkMs?: number;
  heapMb: number;
};

type Answer = ReaderAnswer | { task: "failed"; problem: "took_too_long" | "too_much_memory" | "broken" };
type Thread = { worker: Worker; answer: (answer: Answer) => void };

/** Its source, not a part of the app's bundle: a worker cannot share the app's compiled chunks. */
export const READER_SOURCE = join(/* turbopackIgnore: true */ process.cwd(), "lib", "intake", "reader-worker.ts");

/**
 * Reads and checks strangers' files in a thread of its own with a cap on memory and time. What breaks a cap is refused,
 * its thread is ended, and a new one stands ready for the next. Files are taken one after another. The thread runs
 * `readerFile`, which is the reader's source or a file that was built from it.
 */
export function openGuardedReader(limits: GuardLimits, readerFile: string = READER_SOURCE): GuardedReader {
  let thread: Promise<Thread> | null = null;
  let isClosed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): Promise<Thread> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(/* turbopackIgnore: true */ readerFile, {
        execArgv: readerFile.endsWith(".ts") ? ["--import", "tsx"] : [],
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
        // A waiting thread does not keep the program from ending.
        worker.unref();
        resolve(started);
      });
      worker.on("error", (error: Error) => {
        if (!isReady) return reject(error);
        const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        replace();
        started.answer({ task: "failed", problem: isMemory ? "too_much_memory" : "broken" });
      });
    });

  /** The next file does not wait for a thread to start, as far as that can be. */
  const replace = () => {
    thread = isClosed ? null : start();
    // Whoever asks next starts it anew, and hears why it does not start.
    thread?.catch(() => {
      thread = null;
    });
  };

  const runOne = async (task: ReaderTask): Promise<Answer> => {
    thread ??= start();
    const current = await thread;
    current.worker.ref();
    const answered = new AbortController();
    return await new Promise((resolve) => {
      current.answer = (answer) => {
        current.answer = () => undefined;
        answered.abort();
        current.worker.unref();
        resolve(answer);
      };
      const giveUp = () => {
        replace();
        void current.worker.terminate();
        current.answer({ task: "failed", problem: "took_too_long" });
      };
      // It ends with an answer or with the thread; both have said what is to be said.
      waitForCpuTime(current.worker, workFor(task), answered.signal).then(giveUp, () => undefined);
      current.worker.postMessage(task);
    });
  };

  const workFor = (task: ReaderTask) => {
    const head = "bytes" in task ? task.bytes.subarray(0, 1024) : new Uint8Array(0);
    const isPdf = new TextDecoder("latin1").decode(head).includes("%PDF-");
    return isPdf ? (limits.pdfWorkMs ?? limits.workMs) : limits.workMs;
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
    check: async (report, previous, ruleSettings = []) => {
      const answer = await run({ task: "check", report, previous, ruleSettings });
      if (answer.task === "check") return answer.result;
      return { ok: false, problem: answer.task === "failed" ? answer.problem : "broken" };
    },
    readTable: async (html, sectionId) => {
      const answer = await run({ task: "table", html, sectionId });
      return answer.task === "table" ? answer.result : null;
    },
    readLines: async (bytes) => {
      const answer = await run({ task: "lines", bytes });
      if (answer.task === "lines") return answer.result;
      return { ok: false, problem: answer.task === "failed" ? answer.problem : "broken" };
    },
    readWorkbook: async (bytes) => {
      const answer = await run({ task: "workbook", bytes });
      if (answer.task === "workbook") return answer.result;
      return { ok: false, problem: answer.task === "failed" ? answer.problem : "broken" };
    },
    checkLetterhead: async (bytes) => {
      const answer = await run({ task: "letterhead", bytes });
      if (answer.task === "letterhead") return answer.result;
      const code = answer.task === "failed" && answer.problem === "took_too_long" ? "took_too_long" : "too_much_inside";
      return { ok: false, problems: [{ code, found: "" }] };
    },
    close: async () => {
      isClosed = true;
      const last = await thread?.catch(() => null);
      thread = null;
      await last?.worker.terminate();
    },
  };
}
