import { describe, expect, it } from "vitest";
import type { DomainEvent } from "@/lib/domain/events";
import { isWanted, listRecipients, NOTICE_CHOICES, NOTICE_KINDS, noticeOf, type Reachable } from "@/lib/domain/notice";
import { exampleEvents } from "@/lib/domain/testing/example-events";

const person = (userId: string, organisationId: string, role: Reachable["roles"][number]["role"]): Reachable => ({
  userId,
  hasAddress: true,
  choice: "daily",
  roles: [{ organisationId, role }],
});
const CLERK = person("clerk", "finance", "submitter");
const HEAD = person("head", "finance", "head");
const OTHER = person("other", "safety", "submitter");
const REVIEWER = person("reviewer", "office", "reviewer");
const among = {
  people: [CLERK, HEAD, OTHER, REVIEWER],
  unitIds: ["finance", "safety"],
  officeId: "office",
  commenterIds: ["reviewer"],
};
const of = (kind: (typeof NOTICE_KINDS)[number], organisationId: string | null = "finance") =>
  listRecipients({ kind, actorId: null, organisationId }, among);

describe("noticeOf", () => {
  it("has people told of every kind but what the calendar and other levels of government bring", () => {
    const kinds = new Set(exampleEvents().flatMap((event) => noticeOf(event)?.kind ?? []));
    const signing = noticeOf({
      type: "section_submitted",
      data: {
        ...{ sectionId: "requests", version: 1, receipt: "1", isNil: false, hash: "", isLate: false },
        awaitsSignature: true,
      },
    });
    expect([...kinds, signing?.kind, "due_soon", "overdue", "report_offered", "correction_asked"].toSorted()).toEqual(
      NOTICE_KINDS.toSorted(),
    );
  });
});

describe("the notice of an event", () => {
  const at = "2020-01-20T16:00:00.000Z";
  const version = { sectionId: "requests", version: 1 } as const;

  it.each<[DomainEvent, string, string[], string | null]>([
    [
      { type: "cycle_opened", data: { year: 2019, formatId: "2019", units: 8, carriedFrom: null } },
      "task_given",
      [],
      null,
    ],
    [{ type: "unit_included", data: { year: 2019 } }, "task_given", [], null],
    [
      { type: "due_date_extended", data: { sectionId: "active", from: at, to: at, reason: "x" } },
      "due_changed",
      ["active"],
      at,
    ],
    [{ type: "unit_reminded", data: { sections: ["active", "requests"] } }, "reminded", ["active", "requests"], null],
    [{ type: "signature_declined", data: { ...version, reason: "x" } }, "signature_declined", ["requests"], null],
    [
      { type: "submission_returned", data: { ...version, reason: "x", comments: 0, dueAt: at } },
      "returned",
      ["requests"],
      at,
    ],
    [{ type: "submission_reopened", data: { ...version, reason: "x" } }, "reopened", ["requests"], null],
    [{ type: "submission_reopened", data: { ...version, reason: "x", dueAt: at } }, "reopened", ["requests"], at],
    [{ type: "submission_approved", data: version }, "approved", ["requests"], null],
    [{ type: "comment_resolved", data: { sectionId: "active", anchor: "a.b" } }, "comment_answered", ["active"], null],
    [{ type: "report_published", data: { version: 1, hash: "h", verificationCode: "c" } }, "published", [], null],
  ])("%j is %s, of its sections and with its date", (event, kind, sectionIds, due) => {
    expect(noticeOf(event)).toEqual({ kind, sectionIds, dueAt: due === null ? null : new Date(due) });
  });

  it("is none of a submission that waits for nobody's signature, nor of what its readers see anyway", () => {
    const data = { ...version, receipt: "1", isNil: false, hash: "", isLate: false };
    expect(noticeOf({ type: "section_submitted", data: { ...data, awaitsSignature: false } })).toBeNull();
    expect(noticeOf({ type: "section_submitted", data: { ...data, awaitsSignature: true } })?.sectionIds).toEqual([
      "requests",
    ]);
    expect(noticeOf({ type: "cycle_closed", data: { year: 2019 } })).toBeNull();
  });

  it("of a changed outline is for the units that it concerns, and none where it was only put in order", () => {
    const data = { year: 2019, heading: "平台建设" };
    const told = noticeOf({ type: "outline_changed", data: { ...data, told: ["finance"], sectionId: "overview" } });
    expect(told).toMatchObject({ kind: "outline_changed", sectionIds: ["overview"], organisationIds: ["finance"] });
    expect(noticeOf({ type: "outline_changed", data })).toBeNull();
    expect(of("outline_changed")).toEqual(["clerk"]);
    expect(isWanted("urgent", "outline_changed")).toBe(false);
  });
});

describe("listRecipients", () => {
  it("names the clerks of the unit, and its head too where something is overdue", () => {
    expect(of("returned")).toEqual(["clerk"]);
    expect(of("due_soon")).toEqual(["clerk"]);
    expect(of("overdue")).toEqual(["clerk", "head"]);
    expect(of("signature_asked")).toEqual(["head"]);
  });

  it("names everybody of every unit where it is about the year, and the office where it is published", () => {
    expect(of("task_given", null)).toEqual(["clerk", "head", "other"]);
    expect(of("published", null)).toEqual(["clerk", "head", "other", "reviewer"]);
  });

  it("names who wrote the comment", () => {
    expect(of("comment_answered")).toEqual(["reviewer"]);
  });

  it("leaves out who did it, who has no address, and who does not want it", () => {
    const returned = { kind: "returned" as const, organisationId: "finance" };
    expect(listRecipients({ ...returned, actorId: "clerk" }, among)).toEqual([]);
    const people = [{ ...CLERK, hasAddress: false }];
    expect(listRecipients({ ...returned, actorId: null }, { ...among, people })).toEqual([]);
    const wanted = (kind: "approved" | "returned") => NOTICE_CHOICES.filter((choice) => isWanted(choice, kind));
    expect(wanted("approved")).toEqual(["daily", "at_once"]);
    expect(wanted("returned")).toEqual(["daily", "at_once", "urgent"]);
  });
});
