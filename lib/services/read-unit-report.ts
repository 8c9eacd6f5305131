import type { Db } from "@/db/connect";
import { type Actor, may } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { ReadResult } from "@/lib/intake";
import { countFile, readSent, type SentFile } from "@/lib/services/check-up";
import { withReader } from "@/lib/services/with-reader";

/**
 * Reads a report that a unit published itself, under the same caps as a stranger's file. It is taken in by a step of its own.
 *
 * @throws Refusal not_permitted, too_many_attempts with `minutes`, or reader_busy with `seconds`
 */
export async function readUnitReport(
  db: Db,
  actor: Actor,
  { document }: { document: SentFile },
  now: Date,
): Promise<ReadResult> {
  if (!may(actor, "submission:fill") && !may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  await countFile(db, { from: actor.userId }, now);
  return withReader({ from: actor.userId, isSignedIn: true }, (reader) => readSent(reader, document));
}
