import { type Actor, may } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { IntakeProblem } from "@/lib/intake";
import { type CheckedReport, checkReport, readSent, type SentFile } from "@/lib/services/check-up";

/**
 * Reads a report that was published before, for the office to look at. It is taken over by a step of its own.
 *
 * @throws Refusal not_permitted
 */
export async function readPastReport(
  actor: Actor,
  file: SentFile,
): Promise<({ ok: true } & CheckedReport) | { ok: false; problem: IntakeProblem }> {
  if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  const read = await readSent(file);
  return read.ok ? await checkReport(read.report, null) : read;
}
