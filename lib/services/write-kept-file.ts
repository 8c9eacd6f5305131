import { type Db, withScope } from "@/db/connect";
import { claimKeptFile, lockKeptFile, updateKeptFile } from "@/db/queries/kept-files";
import { getLetterheadFile } from "@/db/queries/letterheads";
import { FinalFailure } from "@/lib/domain/job";
import { Refusal } from "@/lib/domain/refusal";
import { getRenderer } from "@/lib/render";
import { FileNotWritten, type WriteFailure } from "@/lib/render/file-not-written";
import { renderInProcess } from "@/lib/render/render-in-process";

const TIMEOUT_MS = 10 * 60_000;
/** After this many crashes of the writing process a file is not retried automatically. */
const ATTEMPTS = 3;

type Waiting = { districtId: string; id: string };

/**
 * Writes a file that was asked for. It is held by one process at a time, and what a process held when it died is free
 * again. A document that cannot be written as such a file is told; anything else is tried again, and told at the last.
 *
 * @throws FinalFailure where the file is too large for the memory; any other error where trying again may help
 */
export async function writeKeptFile(
  db: Db,
  waiting: Waiting,
  params: { isLastAttempt: boolean; heapMb?: number },
): Promise<void> {
  const { districtId, id } = waiting;
  const actsFor = { userId: null, scope: { districtId, units: "all" } } as const;
  // The lock lasts as long as this transaction; progress is written in other transactions.
  await withScope(db, actsFor, async (hold) => {
    if (!(await lockKeptFile(hold, { id }))) throw new Error("another process is writing this file");
    const set = (to: Parameters<typeof updateKeptFile>[1]["set"]) =>
      withScope(db, actsFor, (tx) => updateKeptFile(tx, { districtId, id, set: to }));
    const fail = (code: string, details: Readonly<Record<string, string | number>>) =>
      set({ state: "failed", problem: { code, details: { ...details } }, document: null, finishedAt: new Date() });
    // The input stays, so that the job can be retried once the cause is mended.
    const failForNow = (reason: WriteFailure) =>
      set({ state: "failed", problem: { code: "file_not_written", details: { reason } }, finishedAt: new Date() });

    const file = await withScope(db, actsFor, async (tx) => {
      const taken = await claimKeptFile(tx, { districtId, id });
      const letterheadId = taken?.letterheadId;
      const letterhead = letterheadId ? await getLetterheadFile(tx, { districtId, id: letterheadId }) : null;
      return taken ? { ...taken, letterhead } : null;
    });
    const renderer = file ? getRenderer(file.format) : null;
    if (!file || !renderer) return;
    if (file.attempts > ATTEMPTS) {
      await failForNow("fault");
      return;
    }
    const { document, choices, letterhead } = file;
    const options = { ...choices, ...(letterhead ? { letterhead: letterhead.file } : {}) };
    let progressWritten: Promise<unknown> = Promise.resolve();
    try {
      const bytes = await renderInProcess(
        { document, format: renderer.format, options },
        { timeoutMs: TIMEOUT_MS, ...(params.heapMb === undefined ? {} : { heapMb: params.heapMb }) },
        (done, total) => {
          progressWritten = progressWritten.then(() => set({ partsDone: done, partsTotal: total }));
        },
      );
      await progressWritten;
      await set({ state: "done", file: bytes, document: null, finishedAt: new Date() });
    } catch (error) {
      await progressWritten;
      if (error instanceof Refusal) return fail(error.code, error.details);
      const reason = error instanceof FileNotWritten ? error.reason : "fault";
      // What was too large will be so each time.
      const isFinal = reason === "memory";
      if (isFinal || params.isLastAttempt) await failForNow(reason);
      throw isFinal ? new FinalFailure("the file is too large to be written", { cause: error }) : error;
    }
  });
}
