import { z } from "zod";
import type { Db } from "@/db/connect";
import { getUnitForUpdate } from "@/db/queries/organisations";
import { type Actor, may } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import { Refusal } from "@/lib/domain/refusal";
import type { StaffRows } from "@/lib/domain/staff-table/find-staff-tables";
import { countOutcomes, type StaffCounts } from "@/lib/domain/staff-table/plan-staff";
import { newCode } from "@/lib/services/add-person";
import { carryOut } from "@/lib/services/carry-out";
import { hashCode } from "@/lib/services/password";
import { normalCode } from "@/lib/services/set-password";
import { getStaffPlan, type StaffWork } from "@/lib/services/staff-plan";
import { type Code, type StaffSlip, writePeople, writesOf, writeUnits } from "./write-staff";

export type StaffImported = {
  units: StaffCounts;
  people: StaffCounts;
  /** The one-time codes of who is new, shown once: a repeated request gives none. */
  slips: readonly StaffSlip[];
};

const CountsSchema = z.object({ made: z.number(), changed: z.number(), same: z.number(), refused: z.number() });
const KeptSchema = z.object({ units: CountsSchema, people: CountsSchema });

type ImportStaffInput = { requestId: string; rows: StaffRows; digest: string };

/**
 * Takes the good rows of a list of units and people, all of them or, where one cannot be written, none. `digest` is what
 * the sender saw: where the list would do something else by now, nothing is taken and it has to be looked at again.
 *
 * @throws Refusal not_permitted, changed_meanwhile
 */
export async function importStaff(db: Db, actor: Actor, input: ImportStaffInput, now: Date): Promise<StaffImported> {
  if (!may(actor, "unit:manage") || !may(actor, "person:manage")) throw new Refusal("not_permitted");
  const codes = await drawCodes(input.rows);
  let slips: StaffSlip[] = [];
  const counts = await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const work = await lockedPlan(tx, actor, input, now);
      const unitIds = await writeUnits(tx, actor, work, record);
      slips = await writePeople(tx, { actor, work, unitIds, codes, now }, record);
      return { units: countOutcomes(work.plan.units), people: countOutcomes(work.plan.people) };
    },
    (kept) => KeptSchema.parse(kept),
  );
  return { ...counts, slips };
}

/** A code for each account of the list, drawn before the transaction, which is not held up by their hashes. */
async function drawCodes({ people }: StaffRows): Promise<Map<string, Code>> {
  const codes = new Map<string, Code>();
  for (const account of new Set(people.map((row) => foldName(row.account)))) {
    const code = newCode();
    codes.set(account, { code, codeHash: await hashCode(normalCode(code)) });
  }
  return codes;
}

/** The plan with the units locked that somebody leaves, so that two who leave at once cannot each count on the other. */
async function lockedPlan(tx: Db, actor: Actor, { rows, digest }: ImportStaffInput, now: Date): Promise<StaffWork> {
  const { districtId } = actor;
  const first = await getStaffPlan(tx, actor, rows, now);
  const left = new Set(writesOf(first.plan.people).flatMap(({ newEnd }) => (newEnd ? [foldName(newEnd.unit)] : [])));
  const ids = first.units.filter(({ name }) => left.has(foldName(name))).map(({ id }) => id);
  for (const id of ids.sort()) await getUnitForUpdate(tx, { districtId, id });
  const work = ids.length === 0 ? first : await getStaffPlan(tx, actor, rows, now);
  if (work.digest !== digest) throw new Refusal("changed_meanwhile");
  return work;
}
