import type { Db } from "@/db/connect";
import { listCalendarDays } from "@/db/queries/calendar-days";
import type { Actor } from "@/lib/domain/access";
import type { LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { packRows } from "@/lib/domain/ledger/ledger-row";
import { type LedgerPlan, planLedger, type WordChoice } from "@/lib/domain/ledger/plan-ledger";
import type { LedgerColumns } from "@/lib/domain/ledger/propose-columns";
import type { SectionWork } from "@/lib/domain/section-work";
import { hashOf } from "@/lib/services/hash";
import { listLocked } from "@/lib/services/section-work";

/** How a ledger is to be read: what came of the file, which column is which and what its words mean. */
export type LedgerChoices = { reading: LedgerReading; columns: LedgerColumns; words: readonly WordChoice[] };

export type LedgerWork = {
  plan: LedgerPlan;
  /** Says what the ledger counts and what it would change: the same digest is the same outcome in every cell. */
  digest: string;
  /** Of the rows as they are kept. */
  hash: string;
};

/** What a ledger would do to the section as it is now. */
export async function getLedgerPlan(
  tx: Db,
  actor: Actor,
  work: SectionWork,
  { reading, columns, words }: LedgerChoices,
): Promise<LedgerWork> {
  const { format, year } = work.cycle;
  const calendar = await listCalendarDays(tx, { districtId: actor.districtId });
  const table = { format, year, values: work.values, locked: listLocked(work), calendar };
  const plan = planLedger(reading, { columns, words }, table);
  const hash = hashOf([reading.sheets, packRows(plan.rows)]);
  const digest = hashOf([hash, plan.changes, plan.settled, work.ledger?.hash ?? null]);
  return { plan, digest, hash };
}
