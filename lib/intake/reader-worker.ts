import { parentPort } from "node:worker_threads";
import type { LetterheadCheck } from "@/lib/domain/letterhead";
import { type ReadResult, readReport } from "@/lib/intake";
import { checkLetterhead } from "@/lib/intake/check-letterhead";

export type ReaderTask =
  | { task: "report"; bytes: Uint8Array; fileName: string }
  | { task: "letterhead"; bytes: Uint8Array };

export type ReaderAnswer = { task: "report"; result: ReadResult } | { task: "letterhead"; result: LetterheadCheck };

/** Reads one file after another for `read-guarded`; whatever goes wrong here cannot reach the thread that asked. */
parentPort?.on("message", (task: ReaderTask) => {
  void carryOut(task).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage("ready");

async function carryOut(task: ReaderTask): Promise<ReaderAnswer> {
  if (task.task === "letterhead") {
    try {
      return { task: "letterhead", result: checkLetterhead(task.bytes) };
    } catch {
      return { task: "letterhead", result: { ok: false, problems: [{ code: "broken", found: "" }] } };
    }
  }
  const result = await readReport(task.bytes, task.fileName).catch(
    (): ReadResult => ({ ok: false, problem: "broken" }),
  );
  return { task: "report", result };
}
