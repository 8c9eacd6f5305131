import type { Db } from "@/db/connect";
import { deleteCalendarDay, upsertCalendarDay } from "@/db/queries/calendar-days";
import { upsertReminderPlan } from "@/db/queries/reminder-plans";
import { type Actor, may } from "@/lib/domain/access";
import type { EnterCalendarDayInput, RemoveCalendarDayInput, SetReminderPlanInput } from "@/lib/domain/inputs/reminder";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * The office says how many days before a due date units are reminded, and whether daily afterwards.
 *
 * @throws Refusal not_permitted
 */
export async function setReminderPlan(db: Db, actor: Actor, input: SetReminderPlanInput, now: Date): Promise<void> {
  const { daysBefore, isOverdueDaily } = input;
  await change(db, actor, input.requestId, now, (tx) =>
    upsertReminderPlan(tx, { districtId: actor.districtId, plan: { daysBefore, isOverdueDaily } }),
  );
}

/**
 * Enters a day on which the office works or rests other than the kept table says.
 *
 * @throws Refusal not_permitted
 */
export async function enterCalendarDay(db: Db, actor: Actor, input: EnterCalendarDayInput, now: Date): Promise<void> {
  const row = { districtId: actor.districtId, day: input.day, isWorking: input.kind === "work" };
  await change(db, actor, input.requestId, now, (tx) => upsertCalendarDay(tx, row));
}

/**
 * Takes back what was entered of a day: the kept table counts again.
 *
 * @throws Refusal not_permitted
 */
export async function removeCalendarDay(db: Db, actor: Actor, input: RemoveCalendarDayInput, now: Date): Promise<void> {
  await change(db, actor, input.requestId, now, (tx) =>
    deleteCalendarDay(tx, { districtId: actor.districtId, day: input.day }),
  );
}

async function change(
  db: Db,
  actor: Actor,
  requestId: string,
  now: Date,
  work: (tx: Db) => Promise<void>,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId, now },
    async (tx) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      await work(tx);
    },
    withoutResult,
  );
}
