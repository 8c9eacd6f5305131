import { type GuardedReader, openGuardedReader } from "@/lib/intake/read-guarded";
import { createWorkLimiter } from "@/lib/services/work-limiter";

/** Who sends a file: an address, or somebody who is signed in and goes before all who are not. */
export type Sender = { from: string; isSignedIn: boolean };

let reader: GuardedReader | null = null;

/** A file takes about this long, one of many pages four times as long. */
const inLine = createWorkLimiter({ atOnce: 1, places: 12, placesOfOne: 3, workMs: 1_500, refusal: "reader_busy" });

/**
 * Reads files and clipboards of others in their one thread. Somebody who is signed in waits for the file that is being
 * read and for colleagues, never for the line of strangers; as many of either may wait as are read within a reader's
 * patience.
 *
 * @throws Refusal reader_busy with `seconds`
 */
export function withReader<Result>(
  { from, isSignedIn }: Sender,
  work: (reader: GuardedReader) => Promise<Result>,
): Promise<Result> {
  return inLine(from, () => work(openOnce()), { isFirst: isSignedIn });
}

function openOnce(): GuardedReader {
  reader ??= openGuardedReader({ workMs: 900, pdfWorkMs: 4_000, ledgerWorkMs: 6_000, heapMb: 256 });
  return reader;
}
