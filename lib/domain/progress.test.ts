import { describe, expect, it } from "vitest";
import { matchesFilter, nextDeadline, type ProgressFilter, sumProgress, traceProgress } from "@/lib/domain/progress";
import { SUBMISSION_STATES } from "@/lib/domain/submission";
import { exampleFormat } from "@/lib/domain/testing/example-subject";

const now = new Date("2020-01-14T10:00:00+08:00");
const past = new Date("2020-01-11T00:00:00+08:00");
const ahead = new Date("2020-01-18T00:00:00+08:00");

describe("matchesFilter", () => {
  it("takes as late only what is still with its unit after its due date", () => {
    const sections = [
      { state: "approved", dueAt: past },
      { state: "submitted", dueAt: past },
      { state: "returned", dueAt: past },
      { state: "awaiting_signature", dueAt: past },
      { state: "draft", dueAt: ahead },
    ] as const;
    expect(sections.map((section) => matchesFilter(section, "late", now))).toEqual([false, false, true, true, false]);
    expect(matchesFilter({ state: "draft", dueAt: now }, "late", now)).toBe(true);
  });

  it("parts the sections by who has them", () => {
    const listed = (filter: ProgressFilter) =>
      SUBMISSION_STATES.filter((state) => matchesFilter({ state, dueAt: ahead }, filter, now));
    expect(listed("all")).toEqual(SUBMISSION_STATES);
    expect(listed("waiting")).toEqual(["submitted"]);
    expect(listed("open")).toEqual(["not_started", "draft", "awaiting_signature", "returned"]);
    expect(listed("approved")).toEqual(["approved"]);
    expect(listed("late")).toEqual([]);
  });
});

describe("sumProgress", () => {
  it("adds each count on its own", () => {
    const counts = { total: 5, approved: 1, waiting: 1, late: 2, open: 3 };

    expect(sumProgress([counts, counts])).toEqual({ total: 10, approved: 2, waiting: 2, late: 4, open: 6 });
    expect(sumProgress([])).toEqual({ total: 0, approved: 0, waiting: 0, late: 0, open: 0 });
  });
});

describe("nextDeadline", () => {
  const cycle = { format: exampleFormat("2019"), tablesDueAt: past, narrativeDueAt: ahead };

  it("is that of a part of which something is not handed in", () => {
    const texts = { sectionId: "overview", total: 2, open: 1 } as const;
    expect(nextDeadline(cycle, [texts], now)).toEqual({ part: "narrative", due: ahead });
    const tables = { sectionId: "requests", total: 3, open: 1 } as const;
    expect(nextDeadline(cycle, [tables, { ...texts, open: 0 }], now)).toBe("passed");
    expect(nextDeadline({ ...cycle, tablesDueAt: ahead }, [tables], now)).toEqual({ part: "tables", due: ahead });
  });

  it("is the nearer of two that are still to come, and not one that is reached now", () => {
    const both = [
      { sectionId: "overview", total: 2, open: 1 },
      { sectionId: "requests", total: 3, open: 1 },
    ] as const;
    const later = new Date("2020-01-25T00:00:00+08:00");
    const textsFirst = { ...cycle, tablesDueAt: later, narrativeDueAt: ahead };
    expect(nextDeadline(textsFirst, both, now)).toEqual({ part: "narrative", due: ahead });
    expect(nextDeadline({ ...textsFirst, tablesDueAt: ahead, narrativeDueAt: later }, both, now)).toMatchObject({
      part: "tables",
    });
    expect(nextDeadline({ ...textsFirst, narrativeDueAt: now }, both, now)).toEqual({ part: "tables", due: later });
  });

  it("has passed, and is not all in, where no section is asked for at all", () => {
    expect(nextDeadline(cycle, [{ sectionId: "overview", total: 0, open: 0 }], now)).toBe("passed");
    expect(
      nextDeadline(
        cycle,
        [
          { sectionId: "overview", total: 0, open: 0 },
          { sectionId: "requests", total: 1, open: 0 },
        ],
        now,
      ),
    ).toBe("all_in");
  });

  it("is none once everything is handed in or approved", () => {
    const done = [
      { sectionId: "overview", total: 2, open: 0 },
      { sectionId: "requests", total: 3, open: 0 },
    ] as const;
    expect(nextDeadline(cycle, done, now)).toBe("all_in");
  });
});

describe("traceProgress", () => {
  const at = (hour: number) => new Date(`2020-01-10T${String(hour).padStart(2, "0")}:00:00+08:00`);

  it("goes up and down with what moved, and passes over what changed nothing", () => {
    const steps = traceProgress([
      { at: at(8), handedIn: 2, approved: 0 },
      { at: at(9), handedIn: 0, approved: 0 },
      { at: at(10), handedIn: 0, approved: 1 },
      { at: at(11), handedIn: -1, approved: 0 },
    ]);

    expect(steps).toEqual([
      { at: at(8), handedIn: 2, approved: 0 },
      { at: at(10), handedIn: 2, approved: 1 },
      { at: at(11), handedIn: 1, approved: 1 },
    ]);
  });
});
