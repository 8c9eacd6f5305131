import { describe, expect, it } from "vitest";
import { suggestedDates, yearToReport } from "@/lib/domain/administration";
import { statutoryDueDate } from "@/lib/domain/cycle";
import { isDeliveryDue } from "@/lib/domain/delivery";
import { dateInShanghai } from "@/lib/domain/office-day";
import { isLate } from "@/lib/domain/progress";
import { listReminders } from "@/lib/domain/reminder";

/** The last moment of a year and the first of the next, as the office has them: at 16:00 in Greenwich. */
const LAST = new Date("2026-12-31T15:59:59.999Z");
const FIRST = new Date("2026-12-31T16:00:00.000Z");
const at = (moment: string) => new Date(`${moment}+08:00`);

describe("the turn of the year in Asia/Shanghai", () => {
  it("is the office's, not Greenwich's, and changes nothing of which year is reported", () => {
    expect([dateInShanghai(LAST), dateInShanghai(FIRST)]).toEqual(["2026-12-31", "2027-01-01"]);
    expect([yearToReport(LAST), yearToReport(FIRST)]).toEqual([2026, 2026]);
    expect(suggestedDates(2026, null, FIRST)).toEqual(suggestedDates(2026, null, LAST));
    expect(statutoryDueDate(2026)).toEqual(at("2027-02-01T00:00"));
  });

  it("makes late what was due by the end of 31 December, and nothing before", () => {
    const section = { state: "draft" as const, dueAt: FIRST };
    expect([isLate(section, LAST), isLate(section, FIRST)]).toEqual([false, true]);
  });

  it("reminds on the last working day before the holiday, and of what is late on the first one after it", () => {
    const of = { cycleId: "c", organisationId: "finance", sectionId: "active" as const, state: "draft" as const };
    const plan = { daysBefore: [3], isOverdueDaily: true };
    const kindsAt = (dueAt: Date, now: Date) =>
      listReminders([{ ...of, dueAt }], { plan, entered: [], now }).map(({ kind }) => kind);
    const onMonday = at("2027-01-05T00:00");
    expect([kindsAt(onMonday, LAST), kindsAt(onMonday, FIRST)]).toEqual([["due_soon"], []]);
    expect([kindsAt(FIRST, FIRST), kindsAt(FIRST, at("2027-01-04T09:00"))]).toEqual([[], ["overdue"]]);
  });

  it("begins a new day for the message of the day, in the morning", () => {
    const pending = [{ kind: "approved" as const, at: at("2026-12-31T17:00") }];
    const isDue = (now: Date) => isDeliveryDue({ pending, choice: "daily", lastMadeAt: at("2026-12-31T08:00") }, now);
    expect([LAST, FIRST, at("2027-01-01T07:59"), at("2027-01-01T08:00")].map(isDue)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
