import { type Db, withActor } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import { type CheckedWorkbook, checkWorkbook, type UnreadableWorkbook } from "@/lib/domain/check-workbook";
import type { ReadUnitWorkbookInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";
import { planWorkbook } from "@/lib/domain/unit-workbook";
import type { IntakeProblem } from "@/lib/intake";
import { hashOf } from "@/lib/services/hash";
import { withReader } from "@/lib/services/with-reader";
import { getWorkbookContent } from "@/lib/services/workbook-content";

/**
 * Reads a workbook that was filled in offline and says what it would change, or everything that is wrong with it. Nothing
 * is stored: what is taken is saved cell by cell, as if it were typed.
 *
 * @throws Refusal not_found, reader_busy with `seconds`
 */
export async function readUnitWorkbook(
  db: Db,
  actor: Actor,
  input: ReadUnitWorkbookInput,
  _now: Date,
): Promise<CheckedWorkbook | { ok: false; unreadable: UnreadableWorkbook }> {
  const content = await withActor(db, actor, (tx) => getWorkbookContent(tx, actor, input.submissionId));
  if (!content) throw new Refusal("not_found");
  const bytes = new Uint8Array(Buffer.from(input.file, "base64"));
  const read = await withReader({ from: actor.userId, isSignedIn: true }, (reader) => reader.readWorkbook(bytes));
  if (!read.ok) return { ok: false, unreadable: UNREADABLE[read.problem] ?? "no_workbook" };
  return checkWorkbook(content, planWorkbook(content), read.workbook, hashOf);
}

const UNREADABLE: Partial<Record<IntakeProblem, UnreadableWorkbook>> = {
  old_office: "old_or_locked",
  encrypted: "old_or_locked",
  too_much_inside: "too_large",
  too_much_memory: "too_large",
  took_too_long: "too_large",
};
