import { describe, expect, it } from "vitest";
import { listReminders, type Remindable, USUAL_PLAN } from "@/lib/domain/reminder";

const section = (more: Partial<Remindable> = {}): Remindable => ({
  ...{ cycleId: "c", organisationId: "finance", sectionId: "requests", state: "draft" },
  // The end of Friday, 16 January 2026.
  dueAt: new Date("2026-01-17T00:00:00+08:00"),
  ...more,
});
const on = (day: string, sections = [section()], plan = USUAL_PLAN) =>
  listReminders(sections, { plan, entered: [], now: new Date(`${day}T00:05:00+08:00`) }).map(({ kind }) => kind);

describe("listReminders", () => {
  it("reminds on the days of the plan and on no other", () => {
    const days = Array.from({ length: 16 }, (_, index) => `2026-01-${String(index + 1).padStart(2, "0")}`);
    // 14 days before is Friday the 2nd, a holiday, and so is the 1st: it comes on the last working day of December.
    expect(days.filter((day) => on(day).length > 0)).toEqual(["2026-01-09", "2026-01-15"]);
    expect(on("2025-12-31")).toEqual(["due_soon"]);
  });

  it("reminds daily of what is overdue, but on no day of rest", () => {
    const days = ["2026-01-17", "2026-01-18", "2026-01-19", "2026-02-14", "2026-02-15", "2026-02-23", "2026-02-24"];
    expect(days.filter((day) => on(day).includes("overdue"))).toEqual(["2026-01-19", "2026-02-14", "2026-02-24"]);
    expect(on("2026-01-19", [section()], { ...USUAL_PLAN, isOverdueDaily: false })).toEqual([]);
  });

  it("says nothing of what is handed in, and names a unit's sections of one due date together", () => {
    const sections = [
      section(),
      section({ sectionId: "litigation" }),
      section({ sectionId: "active", state: "submitted" }),
      section({ sectionId: "overview", dueAt: new Date("2026-01-24T00:00:00+08:00") }),
      section({ organisationId: "safety", state: "returned" }),
    ];
    const now = new Date("2026-01-15T09:00:00+08:00");
    const told = listReminders(sections, { plan: USUAL_PLAN, entered: [], now });
    expect(told.map(({ organisationId, sectionIds }) => [organisationId, sectionIds])).toEqual([
      ["finance", ["requests", "litigation"]],
      ["safety", ["requests"]],
    ]);
  });
});
