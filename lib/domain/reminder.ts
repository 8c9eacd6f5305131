import type { SectionId } from "@/lib/domain/format";
import { dateInShanghai } from "@/lib/domain/office-day";
import { isHandedIn } from "@/lib/domain/progress";
import type { SubmissionState } from "@/lib/domain/submission";
import { addDays, type CalendarDay, isWorkingDay, workingDayUpTo } from "@/lib/domain/working-days";

/** How many days before units are reminded, and whether daily once it is too late. */
export type ReminderPlan = { daysBefore: readonly number[]; isOverdueDaily: boolean };

/** What holds until the office sets something else. */
export const USUAL_PLAN: ReminderPlan = { daysBefore: [14, 7, 1], isOverdueDaily: true };

/** A section as far as it says whether its unit is reminded. */
export type Remindable = {
  cycleId: string;
  organisationId: string;
  sectionId: SectionId;
  state: SubmissionState;
  dueAt: Date;
};

/** What one unit is reminded of: sections with the same due date. */
export type Reminder = {
  kind: "due_soon" | "overdue";
  cycleId: string;
  organisationId: string;
  sectionIds: SectionId[];
  dueAt: Date;
};

/** The last day on which something can be handed in: a deadline at midnight belongs to the day that ends there. */
function lastDay(dueAt: Date): string {
  return dateInShanghai(new Date(dueAt.getTime() - 1));
}

/**
 * Which units are reminded today of what they have not handed in. Nobody is on a day of rest: what falls on one comes on
 * the working day before it, so that nobody hears of a deadline later than the plan says.
 */
export function listReminders(
  sections: readonly Remindable[],
  of: { plan: ReminderPlan; entered: readonly CalendarDay[]; now: Date },
): Reminder[] {
  const { plan, entered, now } = of;
  const today = dateInShanghai(now);
  if (!isWorkingDay(today, entered)) return [];
  const kindOf = ({ dueAt }: Remindable): Reminder["kind"] | null => {
    if (dueAt <= now) return plan.isOverdueDaily ? "overdue" : null;
    const isDay = plan.daysBefore.some((count) => workingDayUpTo(addDays(lastDay(dueAt), -count), entered) === today);
    return isDay ? "due_soon" : null;
  };
  const reminders = new Map<string, Reminder>();
  for (const section of sections) {
    const kind = isHandedIn(section) ? null : kindOf(section);
    if (kind === null) continue;
    const { cycleId, organisationId, dueAt } = section;
    const key = [kind, cycleId, organisationId, dueAt.toISOString()].join(" ");
    const known = reminders.get(key) ?? { kind, cycleId, organisationId, sectionIds: [], dueAt };
    known.sectionIds.push(section.sectionId);
    reminders.set(key, known);
  }
  return [...reminders.values()];
}
