import type { Db } from "@/db/connect";
import { type Actor, may } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { IntakeProblem } from "@/lib/intake";
import { type CheckedReport, checkRead, countFile, readSent, type SentFile } from "@/lib/services/check-up";
import { withReader } from "@/lib/services/with-reader";

/**
 * Reads a report of the district that was published before, for the office to look at, under the same caps as a stranger's
 * file. It is taken over by a step of its own.
 *
 * @throws Refusal not_permitted, too_many_attempts with `minutes`, or reader_busy with `seconds`
 */
export async function readPastReport(
  db: Db,
  actor: Actor,
  { document }: { document: SentFile },
  now: Date,
): Promise<({ ok: true } & CheckedReport) | { ok: false; problem: IntakeProblem }> {
  if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  await countFile(db, { from: actor.userId }, now);
  return withReader({ from: actor.userId, isSignedIn: true }, async (reader) => {
    const read = await readSent(reader, document);
    return read.ok ? await checkRead(reader, read.report, null) : read;
  });
}
