import { type Db, withActor } from "@/db/connect";
import { type Actor, may } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { type FoundStaff, findStaffTables, type StaffRows } from "@/lib/domain/staff-table/find-staff-tables";
import type { StaffPlan } from "@/lib/domain/staff-table/plan-staff";
import type { IntakeProblem } from "@/lib/intake";
import { countFile } from "@/lib/services/check-up";
import { getStaffPlan } from "@/lib/services/staff-plan";
import { withReader } from "@/lib/services/with-reader";

export type StaffPreview = {
  ok: true;
  rows: StaffRows;
  plan: StaffPlan;
  digest: string;
  /** Heads of columns that mean nothing here. */
  unread: readonly string[];
};
export type StaffListProblem = IntakeProblem | Extract<FoundStaff, { ok: false }>["problem"];

/**
 * Reads a list of units and people and says of each row what it would do. Nothing is stored: that is another step.
 *
 * @throws Refusal not_permitted, too_many_attempts with `minutes`, reader_busy with `seconds`
 */
export async function readStaffList(
  db: Db,
  actor: Actor,
  { bytes }: { bytes: Uint8Array },
  now: Date,
): Promise<StaffPreview | { ok: false; problem: StaffListProblem; count: number }> {
  if (!may(actor, "unit:manage") || !may(actor, "person:manage")) throw new Refusal("not_permitted");
  await countFile(db, { from: actor.userId }, now);
  const read = await withReader({ from: actor.userId, isSignedIn: true }, (reader) => reader.readLines(bytes));
  if (!read.ok) return { ...read, count: 0 };
  const found = findStaffTables(read.sheets);
  if (!found.ok) return { count: 0, ...found };
  const { plan, digest } = await withActor(db, actor, (tx) => getStaffPlan(tx, actor, found.rows, now));
  return { ok: true, rows: found.rows, plan, digest, unread: found.unread };
}
