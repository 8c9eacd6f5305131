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
      hasReservation: false,
    });
  });

  it.each<[string, DomainEvent[], string]>([
    ["saving", [saved], "draft"],
    ["submitting", [saved, submitted(false)], "submitted"],
    ["submitting where the head signs", [saved, submitted(true)], "awaiting_signature"],
    ["signing", [submitted(true), { type: "section_signed", data: { ...version, answers: [] } }], "submitted"],
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

  it("keeps what the head reserved until the section is handed in anew", () => {
    const signed = (holds: boolean): DomainEvent => ({
      type: "section_signed",
      data: { ...version, answers: [{ statement: "fees", holds, reason: holds ? null : "收据不全" }] },
    });
    const withdrawn: DomainEvent = { type: "submission_withdrawn", data: version };
    expect(submissionAfter(submitted(true), signed(true))?.hasReservation).toBe(false);
    expect(submissionAfter(submitted(true), signed(false), withdrawn)?.hasReservation).toBe(true);
    expect(submissionAfter(submitted(true), signed(false), withdrawn, submitted(true))?.hasReservation).toBe(false);
  });

  it("keeps a section nil until something is saved again", () => {
    const nil: DomainEvent = { type: "section_declared_nil", data: { sectionId: "active", changes: [] } };
    expect(submissionAfter(nil)?.isNil).toBe(true);
    expect(submissionAfter(nil, saved)?.isNil).toBe(false);
  });
});

describe("replayEvents of what is blank, nil and reopened", () => {
  const cell = "active.rules.made";
  const nil: DomainEvent = {
    type: "section_declared_nil",
    data: { sectionId: "active", changes: [{ cellKey: cell, from: null, to: "0" }] },
  };

  it("makes cells blank again when a nil declaration is taken back, and keeps the section's state", () => {
    const withdrawn: DomainEvent = {
      type: "nil_declaration_withdrawn",
      data: { sectionId: "active", changes: [{ cellKey: cell, from: "0", to: null }] },
    };
    expect(submissionAfter(nil, submitted(false), withdrawn)).toMatchObject({
      state: "submitted",
      isNil: false,
      figures: new Map([[cell, null]]),
    });
  });

  it("counts blanks as zero without making a section nil, and without taking a nil declaration back", () => {
    const counted: DomainEvent = {
      type: "blanks_counted_as_zero",
      data: { sectionId: "active", changes: [{ cellKey: "active.rules.repealed", from: null, to: "0" }] },
    };
    expect(submissionAfter(saved, counted)).toMatchObject({
      isNil: false,
      figures: new Map([
        [cell, "1"],
        ["active.rules.repealed", "0"],
      ]),
    });
    expect(submissionAfter(nil, counted)?.isNil).toBe(true);
  });

  it("returns an approved section by reopening, and undoes that with all that was changed meanwhile", () => {
    const approved: DomainEvent = { type: "submission_approved", data: version };
    const reopened: DomainEvent = { type: "submission_reopened", data: { ...version, reason: "x" } };
    const text: DomainEvent = {
      type: "paragraph_saved",
      data: { sectionId: "active", headingKey: "a", heading: "平台建设", characters: 9 },
    };
    const again: DomainEvent = {
      type: "section_submitted",
      data: { ...version, version: 2, receipt: "r", isNil: false, hash: "ef", awaitsSignature: false, isLate: false },
    };
    const changed = {
      ...version,
      changes: [{ cellKey: cell, from: "1", to: "0" }],
      texts: [{ headingKey: "a", characters: 3, dropped: "后来写的" }],
    };
    const undone = (isNil?: boolean): DomainEvent => ({
      type: "reopening_undone",
      data: isNil === undefined ? changed : { ...changed, isNil },
    });
    expect(submissionAfter(saved, submitted(false), approved, reopened)?.state).toBe("returned");
    const events = [saved, submitted(false), approved, reopened, text, again];
    expect(submissionAfter(...events, undone(true))).toEqual({
      state: "approved",
      latestVersion: 1,
      figures: new Map([[cell, "0"]]),
      texts: new Map([["a", 3]]),
      isNil: true,
      hasReservation: false,
    });
    expect(submissionAfter(...events, undone())?.isNil).toBe(false);
    expect(submissionAfter(nil, undone())?.isNil).toBe(true);
  });

  it("makes a draft of a section when its text is saved, and nothing of an event that says nothing of it", () => {
    const text: DomainEvent = {
      type: "paragraph_saved",
      data: { sectionId: "active", headingKey: "a", heading: "平台建设", characters: 9 },
    };
    expect(submissionAfter(text)?.state).toBe("draft");
    expect(submissionAfter(submitted(false), { type: "person_added", data: { account: "a", name: "甲" } })).toEqual(
      submissionAfter(submitted(false)),
    );
    expect(
      replayEvents([{ organisationId: "u", submissionId: null, reportId: null, event: saved }]).submissions,
    ).toEqual(new Map());
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

  it("follows a correction from its beginning to its end, and a report that was taken in", () => {
    const begun: DomainEvent = { type: "erratum_begun", data: { version: 2, reason: "x" } };
    expect(reportAfter(begun)).toBe("draft");
    expect(reportAfter(begun, { type: "erratum_called_off", data: { version: 2, reason: "x" } })).toBe("called_off");
    expect(reportAfter(finalised, published, { type: "report_superseded", data: { version: 1, by: 2 } })).toBe(
      "superseded",
    );
    expect(reportAfter({ type: "report_imported", data: { year: 2018, title: "x", hash: "ab" } })).toBe("published");
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

  it("ignores what is said of a person who was never added, or was removed", () => {
    expect(personAfter(granted)).toBeUndefined();
    expect(personAfter({ type: "person_deactivated", data: { account, name: "甲" } })).toBeUndefined();
    expect(personAfter(added, { type: "person_removed", data: { account, name: "甲" } })).toBeUndefined();
  });
});
