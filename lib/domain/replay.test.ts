import { describe, expect, it } from "vitest";
import type { DomainEvent } from "@/lib/domain/events";
import { replayEvents } from "@/lib/domain/replay";

const version = { sectionId: "active", version: 1 } as const;
const submitted = (awaitsSignature: boolean): DomainEvent => ({
  type: "section_submitted",
  data: { ...version, receipt: "19-02-01-AAAA", isNil: false, hash: "ab", awaitsSignature, isLate: false },
});
const saved: DomainEvent = {
  type: "figures_saved",
  data: { sectionId: "active", changes: [{ cellKey: "active.rules.made", from: null, to: "1" }] },
};

function submissionAfter(...events: DomainEvent[]) {
  const filed = events.map((event) => ({ organisationId: "u", submissionId: "s", reportId: null, event }));
  return replayEvents(filed).submissions.get("s");
}

function reportAfter(...events: DomainEvent[]) {
  const filed = events.map((event) => ({ organisationId: null, submissionId: null, reportId: "r", event }));
  return replayEvents(filed).reports.get("r");
}

function personAfter(...events: DomainEvent[]) {
  const filed = events.map((event) => ({ organisationId: "u", submissionId: null, reportId: null, event }));
  return replayEvents(filed).people.get("财政局填报人");
}

describe("replayEvents of a submission", () => {
  it("keeps the newest value of each cell, the newest text and the version", () => {
    const after = submissionAfter(
      saved,
      {
        type: "figures_saved",
        data: {
          sectionId: "active",
          changes: [
            { cellKey: "active.rules.made", from: "1", to: "2" },
            { cellKey: "active.rules.repealed", from: null, to: null },
          ],
        },
      },
      { type: "paragraph_saved", data: { sectionId: "active", headingKey: "a", heading: "平台建设", characters: 3 } },
      submitted(false),
    );
    expect(after).toEqual({
      state: "submitted",
      latestVersion: 1,
      figures: new Map([
        ["active.rules.made", "2"],
        ["active.rules.repealed", null],
      ]),
      texts: new Map([["a", 3]]),
      isNil: false,
    });
  });

  it.each<[string, DomainEvent[], string]>([
    ["saving", [saved], "draft"],
    ["submitting", [saved, submitted(false)], "submitted"],
    ["submitting where the head signs", [saved, submitted(true)], "awaiting_signature"],
    ["signing", [submitted(true), { type: "section_signed", data: version }], "submitted"],
    ["declining", [submitted(true), { type: "signature_declined", data: { ...version, reason: "x" } }], "draft"],
    ["withdrawing", [submitted(false), { type: "submission_withdrawn", data: version }], "draft"],
    ["approving", [submitted(false), { type: "submission_approved", data: version }], "approved"],
    [
      "returning",
      [submitted(false), { type: "submission_returned", data: { ...version, reason: "x", comments: 0, dueAt: null } }],
      "returned",
    ],
  ])("follows the state after %s", (_move, events, state) => {
    expect(submissionAfter(...events)?.state).toBe(state);
  });

  it("keeps a section nil until something is saved again", () => {
    const nil: DomainEvent = { type: "section_declared_nil", data: { sectionId: "active", changes: [] } };
    expect(submissionAfter(nil)?.isNil).toBe(true);
    expect(submissionAfter(nil, saved)?.isNil).toBe(false);
  });
});

describe("replayEvents of a report", () => {
  const finalised: DomainEvent = { type: "report_finalised", data: { version: 1, hash: "cd" } };
  const published: DomainEvent = {
    type: "report_published",
    data: { version: 1, hash: "cd", verificationCode: "7K4M-19QW" },
  };

  it("follows the report's state, and ignores other events", () => {
    expect(reportAfter(finalised)).toBe("final");
    expect(reportAfter(finalised, { type: "report_unlocked", data: { version: 1, reason: "x" } })).toBe("draft");
    expect(reportAfter(finalised, published)).toBe("published");
    expect(
      reportAfter(finalised, { type: "report_text_saved", data: { headingKey: "a", heading: "b", characters: 1 } }),
    ).toBe("final");
  });
});

describe("replayEvents of people", () => {
  const account = "财政局填报人";
  const added: DomainEvent = { type: "person_added", data: { account, name: "甲" } };
  const granted: DomainEvent = { type: "role_granted", data: { account, role: "submitter" } };

  it("follows roles and whether the account is open", () => {
    expect(personAfter(added, granted)).toEqual({ isActive: true, roles: new Map([["u submitter", [null]]]) });
    expect(personAfter(added, granted, { type: "role_ended", data: { account, role: "submitter" } })?.roles).toEqual(
      new Map([["u submitter", []]]),
    );
    const until = "2020-02-29T16:00:00.000Z";
    const limited: DomainEvent = { type: "role_granted", data: { account, role: "submitter", until } };
    const prolonged: DomainEvent = {
      type: "role_end_set",
      data: { account, role: "submitter", until: "2020-06-30T16:00:00.000Z" },
    };
    expect(personAfter(added, limited, granted)?.roles).toEqual(new Map([["u submitter", [until, null]]]));
    expect(personAfter(added, limited, prolonged)?.roles).toEqual(
      new Map([["u submitter", ["2020-06-30T16:00:00.000Z"]]]),
    );
    expect(personAfter(added, { type: "person_deactivated", data: { account, name: "甲" } })?.isActive).toBe(false);
    expect(
      personAfter(
        added,
        { type: "person_deactivated", data: { account, name: "甲" } },
        { type: "person_reactivated", data: { account, name: "甲" } },
      )?.isActive,
    ).toBe(true);
  });

  it("ignores a role of a person who was never added", () => {
    expect(personAfter(granted)).toBeUndefined();
  });
});
