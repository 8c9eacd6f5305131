import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { calendarDays } from "@/db/schema";
import type { CalendarDay } from "@/lib/domain/working-days";

/** What the administrator entered, by day. */
export async function listCalendarDays(db: Db, params: { districtId: string }): Promise<CalendarDay[]> {
  return db
    .select({ day: calendarDays.day, isWorking: calendarDays.isWorking })
    .from(calendarDays)
    .where(eq(calendarDays.districtId, params.districtId))
    .orderBy(asc(calendarDays.day));
}

export async function upsertCalendarDay(db: Db, row: CalendarDay & { districtId: string }): Promise<void> {
  await db
    .insert(calendarDays)
    .values(row)
    .onConflictDoUpdate({ target: [calendarDays.districtId, calendarDays.day], set: { isWorking: row.isWorking } });
}

export async function deleteCalendarDay(db: Db, params: { districtId: string; day: string }): Promise<void> {
  await db
    .delete(calendarDays)
    .where(and(eq(calendarDays.districtId, params.districtId), eq(calendarDays.day, params.day)));
}
