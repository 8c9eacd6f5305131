import { randomUUID } from "node:crypto";
import { type Db, withPublic, withScope } from "@/db/connect";
import { listCalendarDays } from "@/db/queries/calendar-days";
import { listDistrictIds } from "@/db/queries/notices";
import { claimReminderDay, listUnsubmittedSections } from "@/db/queries/reminder-plans";
import { dateInShanghai } from "@/lib/domain/office-day";
import { listReminders, USUAL_PLAN } from "@/lib/domain/reminder";
import { writeNotices } from "@/lib/services/notify-people";

/** Has units reminded of what is due after the plan of their office: once a day, whichever process and however often it asks. */
export async function remindByPlan(db: Db, now: Date): Promise<void> {
  const day = dateInShanghai(now);
  for (const districtId of await withPublic(db, listDistrictIds)) {
    await withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
      const plan = await claimReminderDay(tx, { districtId, day, usual: USUAL_PLAN });
      if (!plan) return;
      const entered = await listCalendarDays(tx, { districtId });
      const sections = await listUnsubmittedSections(tx, { districtId });
      const rows = listReminders(sections, { plan, entered, now }).map((reminder) => ({
        ...reminder,
        id: randomUUID(),
      }));
      await writeNotices(tx, { districtId, at: now, actorId: null, rows });
    });
  }
}
