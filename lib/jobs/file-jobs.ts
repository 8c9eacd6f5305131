import "server-only";
import { writeWaitingFiles } from "@/lib/services/write-waiting-files";
import { getDb } from "@/lib/web/database";

/** How soon the files of a process that died are taken up by another. */
const LOOK_MS = 10_000;

let running: Promise<void> | null = null;

/** Writes the files that wait, unless this process is at it already. */
export function writeFilesNow(): Promise<void> {
  running ??= writeWaitingFiles(getDb())
    // The database may be away for a while; the next look finds it again.
    .catch((error: unknown) => console.error(error))
    .finally(() => {
      running = null;
    });
  return running;
}

/** Looks for waiting files as long as the app runs. */
export function startFileJobs(): void {
  setInterval(() => void writeFilesNow(), LOOK_MS).unref();
}
