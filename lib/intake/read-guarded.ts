import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RuleInForce } from "@/lib/domain/check/finding";
import type { SectionId } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import type { LetterheadCheck } from "@/lib/domain/letterhead";
import type { PastedTable } from "@/lib/domain/pasted-table";
import type { ReadResult } from "@/lib/intake";
import { waitForCpuTime } from "@/lib/intake/cpu-time-limit";
import type { LedgerOptions, LedgerRead } from "@/lib/intake/read-ledger";
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
  /** A ledger of requests, of which nothing personal comes back. */
  readLedger: (bytes: Uint8Array, options: LedgerOptions) => Promise<LedgerRead>;
  readWorkbook: (bytes: Uint8Array) => Promise<WorkbookRead>;
  checkLetterhead: (bytes: Uint8Array) => Promise<LetterheadCheck>;
  close: () => Promise<void>;
};

export type GuardLimits = {
  /** How long the thread may work on one file, in milliseconds of its own work. */
  workMs: number;
  /** A PDF takes longer than every other type; without this it has as long as they. */
  pdfWorkMs?: number;
  /** A ledger of many years' requests does too. */
  ledgerWorkMs?: number;
  heapMb: number;
};

type ReadingProblem = "took_too_long" | "too_much_memory" | "broken";
type Answer = ReaderAnswer | { task: "failed"; problem: ReadingProblem };
type Thread = { worker: Worker; answer: (answer: Answer) => void };

/** Its source, not a part of the app's bundle: a worker cannot share the app's compiled chunks. */
export const READER_SOURCE = join(/* turbopackIgnore: true */ process.cwd(), "lib", "intake", "reader-worker.ts");

/**
 * Reads and checks strangers' files in a thread of its own with a cap on memory and time. What breaks a cap is refused,
 * its thread is ended, and a new one stands ready for the next. Files are taken one after another. The thread runs
 * `readerFile`, which is the reader's source or a file that was built from it.
 */
export function openGuardedReader(limits: GuardLimits, readerFile: string = READER_SOURCE): GuardedReader {
  const { run, close } = openThread(limits, readerFile);
  return {
    read: async (bytes, fileName) => {
      const answer = await run({ task: "report", bytes, fileName });
      return answer.task === "report" ? answer.result : { ok: false, problem: problemOf(answer) };
    },
    check: async (report, previous, ruleSettings = []) => {
      const answer = await run({ task: "check", report, previous, ruleSettings });
      return answer.task === "check" ? answer.result : { ok: false, problem: problemOf(answer) };
    },
    readTable: async (html, sectionId) => {
      const answer = await run({ task: "table", html, sectionId });
      return answer.task === "table" ? answer.result : null;
    },
    readLines: async (bytes) => {
      const answer = await run({ task: "lines", bytes });
      return answer.task === "lines" ? answer.result : { ok: false, problem: problemOf(answer) };
    },
    readLedger: async (bytes, options) => {
      const answer = await run({ task: "ledger", bytes, options });
      return answer.task === "ledger" ? answer.result : { ok: false, problem: problemOf(answer) };
    },
    readWorkbook: async (bytes) => {
      const answer = await run({ task: "workbook", bytes });
      return answer.task === "workbook" ? answer.result : { ok: false, problem: problemOf(answer) };
    },
    checkLetterhead: async (bytes) => {
      const answer = await run({ task: "letterhead", bytes });
      if (answer.task === "letterhead") return answer.result;
      const code = problemOf(answer) === "took_too_long" ? "took_too_long" : "too_much_inside";
      return { ok: false, problems: [{ code, found: "" }] };
    },
    close,
  };
}

/** Why there is no result; an answer to another question is a broken thread. */
function problemOf(answer: Answer): ReadingProblem {
  return answer.task === "failed" ? answer.problem : "broken";
}

type ReaderThread = {
  /** Has a task done after those before it. */
  run: (task: ReaderTask) => Promise<Answer>;
  close: () => Promise<void>;
};

/** One thread at a time, started when it is needed, and started anew when it broke a cap. */
function openThread(limits: GuardLimits, readerFile: string): ReaderThread {
  let thread: Promise<Thread> | null = null;
  let isClosed = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** The next file does not wait for a thread to start, as far as that can be. */
  const replace = () => {
    thread = isClosed ? null : startThread(limits, readerFile, replace);
    // Whoever asks next starts it anew, and hears why it does not start.
    thread?.catch(() => {
      thread = null;
    });
  };

  const runOne = async (task: ReaderTask): Promise<Answer> => {
    thread ??= startThread(limits, readerFile, replace);
    return answerOf(await thread, task, workFor(task, limits), replace);
  };

  return {
    run: (task) => {
      const answer = queue.then(() => runOne(task));
      queue = answer.catch(() => undefined);
      return answer;
    },
    close: async () => {
      isClosed = true;
      const last = await thread?.catch(() => null);
      thread = null;
      await last?.worker.terminate();
    },
  };
}

/** Resolves when the reader is ready to take a task; a thread that fails afterwards answers with why. */
function startThread(limits: GuardLimits, readerFile: string, replace: () => void): Promise<Thread> {
  return new Promise((resolve, reject) => {
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
}

/** The thread's answer to one task, or that it took longer than `workMs` of its own work and was ended. */
async function answerOf(thread: Thread, task: ReaderTask, workMs: number, replace: () => void): Promise<Answer> {
  const { worker } = thread;
  worker.ref();
  const answered = new AbortController();
  return await new Promise((resolve) => {
    thread.answer = (answer) => {
      thread.answer = () => undefined;
      answered.abort();
      worker.unref();
      resolve(answer);
    };
    const giveUp = () => {
      replace();
      void worker.terminate();
      thread.answer({ task: "failed", problem: "took_too_long" });
    };
    // It ends with an answer or with the thread; both have said what is to be said.
    waitForCpuTime(worker, workMs, answered.signal).then(giveUp, () => undefined);
    worker.postMessage(task);
  });
}

/** How long a task may work, in milliseconds: a PDF and a ledger take longer than every other type. */
function workFor(task: ReaderTask, { workMs, pdfWorkMs = workMs, ledgerWorkMs = workMs }: GuardLimits): number {
  if (task.task === "ledger") return ledgerWorkMs;
  const head = "bytes" in task ? task.bytes.subarray(0, 1024) : new Uint8Array(0);
  return new TextDecoder("latin1").decode(head).includes("%PDF-") ? pdfWorkMs : workMs;
}
