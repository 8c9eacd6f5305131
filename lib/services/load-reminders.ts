import { type Db, withActor } from "@/db/connect";
import { listCalendarDays } from "@/db/queries/calendar-days";
import { getReminderPlan } from "@/db/queries/reminder-plans";
import { listRobots } from "@/db/queries/robots";
import { type Actor, may } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { type ReminderPlan, USUAL_PLAN } from "@/lib/domain/reminder";
import type { Robot } from "@/lib/domain/robot";
import type { CalendarDay } from "@/lib/domain/working-days";
import type { NoInput } from "@/lib/services/no-input";

/**
 * When units are reminded, the days that were entered beside the kept table, and which groups are told.
 *
 * @throws Refusal not_permitted
 */
export async function loadReminders(
  db: Db,
  actor: Actor,
  _input: NoInput,
  _now: Date,
): Promise<{ plan: ReminderPlan; entered: CalendarDay[]; robots: Robot[] }> {
  if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => ({
    plan: (await getReminderPlan(tx, { districtId })) ?? USUAL_PLAN,
    entered: await listCalendarDays(tx, { districtId }),
    robots: await listRobots(tx, { districtId }),
  }));
}
