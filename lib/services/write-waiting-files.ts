import { type Db, withPublic, withScope } from "@/db/connect";
import { holdKeptFile, listWaitingFiles, takeKeptFile, updateKeptFile } from "@/db/queries/kept-files";
import { getLetterheadFile } from "@/db/queries/letterheads";
import { Refusal } from "@/lib/domain/refusal";
import { getRenderer } from "@/lib/render";
import { renderInProcess } from "@/lib/render/render-in-process";

const TIMEOUT_MS = 10 * 60_000;
/** A file whose writing ended the process this often is not tried again by itself. */
const ATTEMPTS = 3;

type Waiting = { districtId: string; id: string };

/**
 * Writes every file that waits, one after the other. Any number of processes may do so at once: each file is held by
 * one, and what a process held when it died is free again.
 *
 * @throws Refusal file_not_written
 */
export async function writeWaitingFiles(db: Db): Promise<void> {
  let isProgress = true;
  while (isProgress) {
    isProgress = false;
    for (const waiting of await withPublic(db, (tx) => listWaitingFiles(tx))) {
      if (await writeFile(db, waiting)) isProgress = true;
    }
  }
}

/** False when another process has the file. */
async function writeFile(db: Db, waiting: Waiting): Promise<boolean> {
  const { districtId, id } = waiting;
  const actsFor = { userId: null, scope: { districtId, units: "all" } } as const;
  // The hold lasts as long as this transaction; what is to be seen meanwhile is written by others.
  return withScope(db, actsFor, async (hold) => {
    if (!(await holdKeptFile(hold, { id }))) return false;
    const set = (to: Parameters<typeof updateKeptFile>[1]["set"]) =>
      withScope(db, actsFor, (tx) => updateKeptFile(tx, { districtId, id, set: to }));
    const fail = (code: string, details: Readonly<Record<string, string | number>>) =>
      set({ state: "failed", problem: { code, details: { ...details } }, document: null, finishedAt: new Date() });

    const taken = await withScope(db, actsFor, async (tx) => {
      const file = await takeKeptFile(tx, { districtId, id });
      const letterhead = file?.letterheadId ? await getLetterheadFile(tx, { districtId, id: file.letterheadId }) : null;
      return file ? { ...file, letterhead } : null;
    });
    const renderer = taken ? getRenderer(taken.format) : null;
    if (!taken || !renderer) return false;
    if (taken.attempts > ATTEMPTS) {
      await fail("file_not_written", {});
      return true;
    }
    const { document, choices, letterhead } = taken;
    const options = { ...choices, ...(letterhead ? { letterhead: letterhead.file } : {}) };
    let told: Promise<unknown> = Promise.resolve();
    try {
      const bytes = await renderInProcess(
        { document, format: renderer.format, options },
        { timeoutMs: TIMEOUT_MS },
        (done, total) => {
          told = told.then(() => set({ partsDone: done, partsTotal: total }));
        },
      );
      await told;
      await set({ state: "done", file: bytes, document: null, finishedAt: new Date() });
    } catch (error) {
      await told;
      if (!(error instanceof Refusal)) console.error(error);
      const { code, details } = error instanceof Refusal ? error : new Refusal("file_not_written");
      await fail(code, details);
    }
    return true;
  });
}
