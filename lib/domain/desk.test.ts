import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { permissionsOf } from "@/lib/domain/access";
import { listDates, nextAct, nextAfter, orderTasks } from "@/lib/domain/desk";
import type { Submission } from "@/lib/domain/submission";

const submission: Submission = {
  id: "s",
  districtId: "d",
  cycleId: "c",
  organisationId: "unit",
  sectionId: "requests",
  state: "not_started",
  revision: 0,
  latestVersion: 0,
  submittedBy: null,
  signedBy: null,
  hasReservation: false,
  isReviewBegun: false,
  reportState: null,
  needsSignature: false,
  isCycleOpen: true,
  closesAt: null,
  isExempt: false,
};

function person(userId: string, role: "submitter" | "head"): Pick<Actor, "userId" | "permissions" | "memberships"> {
  const memberships = [{ organisationId: "unit", role }];
  return { userId, memberships, permissions: permissionsOf(memberships) };
}

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

describe("nextAct", () => {
  it.each([
    ["not_started", "start"],
    ["draft", "continue"],
    ["returned", "revise"],
    ["submitted", "look"],
    ["approved", "look"],
    ["awaiting_signature", "look"],
  ] as const)("asks the clerk of a %s section to %s", (state, act) => {
    expect(nextAct({ ...submission, state }, person("clerk", "submitter"))).toBe(act);
  });

  it("asks the head to sign what somebody else prepared, and not what they prepared themselves", () => {
    const waiting: Submission = { ...submission, state: "awaiting_signature", submittedBy: "clerk" };

    expect(nextAct(waiting, person("head", "head"))).toBe("sign");
    expect(nextAct({ ...waiting, submittedBy: "head" }, person("head", "head"))).toBe("look");
  });

  it("asks for nothing in a closed year", () => {
    expect(nextAct({ ...submission, isCycleOpen: false }, person("clerk", "submitter"))).toBe("look");
  });
});

describe("nextAfter", () => {
  it("leads to what asks for something first, and counts how much does", () => {
    const task = { sectionId: "active", state: "draft", dueAt: day("2020-01-11"), act: "continue" } as const;
    const done = { ...task, id: "done", state: "submitted", act: "look" } as const;
    const later = { ...task, id: "later", dueAt: day("2020-01-12") };
    expect(nextAfter([{ ...task, id: "here" }, later, done], "here")).toEqual({ next: later, open: 1 });
    expect(nextAfter([done], "here")).toEqual({ next: null, open: 0 });
  });
});

describe("orderTasks", () => {
  it("puts what waits for a signature first, what came back, then what is open by its deadline, then what is done", () => {
    const tasks = [
      { sectionId: "litigation", state: "approved", dueAt: day("2020-01-11"), act: "look" },
      { sectionId: "active", state: "submitted", dueAt: day("2020-01-11"), act: "look" },
      { sectionId: "overview", state: "draft", dueAt: day("2020-01-18"), act: "continue" },
      { sectionId: "problems", state: "not_started", dueAt: day("2020-01-15"), act: "start" },
      { sectionId: "requests", state: "returned", dueAt: day("2020-01-20"), act: "revise" },
      { sectionId: "other", state: "awaiting_signature", dueAt: day("2020-01-20"), act: "sign" },
    ] as const;

    expect(orderTasks(tasks).map((task) => task.sectionId)).toEqual([
      "other",
      "requests",
      "problems",
      "overview",
      "active",
      "litigation",
    ]);
  });
});

describe("listDates", () => {
  it("groups what is due together, with today among the dates and the nearest open one marked", () => {
    const dates = listDates(
      [
        { sectionId: "requests", state: "returned", dueAt: day("2020-01-17"), kind: "tables" },
        { sectionId: "litigation", state: "approved", dueAt: day("2020-01-11"), kind: "tables" },
        { sectionId: "active", state: "submitted", dueAt: day("2020-01-11"), kind: "tables" },
        { sectionId: "overview", state: "draft", dueAt: day("2020-01-18"), kind: "narrative" },
      ],
      day("2020-02-01"),
      day("2020-01-14"),
    );

    expect(dates.map(({ kind, due }) => [kind, due])).toEqual([
      ["past", { what: "tables", sectionIds: ["active", "litigation"] }],
      ["now", { what: "today" }],
      ["due", { what: "again", sectionIds: ["requests"] }],
      ["ahead", { what: "narrative", sectionIds: ["overview"] }],
      ["ahead", { what: "statutory" }],
    ]);
  });

  it("marks an overdue date as the one that is due", () => {
    const dates = listDates(
      [{ sectionId: "active", state: "draft", dueAt: day("2020-01-11"), kind: "tables" }],
      day("2020-02-01"),
      day("2020-01-14"),
    );

    expect(dates.map((date) => date.kind)).toEqual(["due", "now", "ahead"]);
  });
});
