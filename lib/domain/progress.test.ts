import { describe, expect, it } from "vitest";
import { countProgress, isSameOfficeDay, matchesFilter, nextDeadline, traceProgress } from "@/lib/domain/progress";
import { exampleFormat } from "@/lib/domain/testing/example-subject";

const now = new Date("2020-01-14T10:00:00+08:00");
const past = new Date("2020-01-11T00:00:00+08:00");
const ahead = new Date("2020-01-18T00:00:00+08:00");

describe("countProgress", () => {
  it("counts as late only what is still with its unit after its due date", () => {
    const sections = [
      { state: "approved", dueAt: past },
      { state: "submitted", dueAt: past },
      { state: "returned", dueAt: past },
      { state: "awaiting_signature", dueAt: past },
      { state: "draft", dueAt: ahead },
    ] as const;
    expect(countProgress(sections, now)).toEqual({ total: 5, approved: 1, waiting: 1, late: 2, open: 3 });
    expect(sections.map((section) => matchesFilter(section, "late", now))).toEqual([false, false, true, true, false]);
  });
});

describe("nextDeadline", () => {
  const cycle = { format: exampleFormat("2019"), tablesDueAt: past, narrativeDueAt: ahead };

  it("is that of a part of which something is not handed in", () => {
    const texts = { state: "draft", sectionId: "overview" } as const;
    expect(nextDeadline(cycle, [texts], now)).toEqual({ part: "narrative", due: ahead });
    const tables = { state: "returned", sectionId: "requests" } as const;
    expect(nextDeadline(cycle, [tables, { ...texts, state: "approved" }], now)).toBe("passed");
    expect(nextDeadline({ ...cycle, tablesDueAt: ahead }, [tables], now)).toEqual({ part: "tables", due: ahead });
  });

  it("is none once everything is handed in or approved", () => {
    const done = [
      { state: "approved", sectionId: "overview" },
      { state: "submitted", sectionId: "requests" },
    ] as const;
    expect(nextDeadline(cycle, done, now)).toBe("all_in");
  });
});

describe("traceProgress", () => {
  const at = (hour: number) => new Date(`2020-01-10T${String(hour).padStart(2, "0")}:00:00+08:00`);
  const version = { sectionId: "active", version: 1 } as const;
  const submitted = (awaitsSignature: boolean) =>
    ({
      type: "section_submitted",
      data: { ...version, receipt: "", isNil: false, hash: "", awaitsSignature, isLate: false },
    }) as const;

  it("goes up with each hand-in and down with each return", () => {
    const steps = traceProgress([
      { at: at(8), submissionId: "a", event: submitted(false) },
      { at: at(9), submissionId: "b", event: submitted(false) },
      { at: at(10), submissionId: "a", event: { type: "submission_approved", data: version } },
      {
        at: at(11),
        submissionId: "b",
        event: { type: "submission_returned", data: { ...version, reason: "x", comments: 0, dueAt: null } },
      },
    ]);
    expect(steps).toEqual([
      { at: at(8), handedIn: 1, approved: 0 },
      { at: at(9), handedIn: 2, approved: 0 },
      { at: at(10), handedIn: 2, approved: 1 },
      { at: at(11), handedIn: 1, approved: 1 },
    ]);
  });

  it("waits for the signature where one is wanted", () => {
    const steps = traceProgress([
      { at: at(8), submissionId: "a", event: submitted(true) },
      { at: at(9), submissionId: "a", event: { type: "section_signed", data: version } },
    ]);
    expect(steps.map((step) => step.handedIn)).toEqual([0, 1]);
  });
});

describe("isSameOfficeDay", () => {
  it("ends the day at midnight in Shanghai", () => {
    expect(isSameOfficeDay(new Date("2020-01-14T00:10:00+08:00"), new Date("2020-01-14T23:50:00+08:00"))).toBe(true);
    expect(isSameOfficeDay(new Date("2020-01-14T23:50:00+08:00"), new Date("2020-01-15T00:10:00+08:00"))).toBe(false);
  });
});
