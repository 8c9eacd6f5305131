import { describe, expect, it } from "vitest";
import type { DomainEvent } from "@/lib/domain/events";
import {
  type CheckedPerson,
  type CheckedReport,
  type CheckedSubmission,
  type CheckedVersion,
  faultOfPerson,
  faultOfReport,
  faultOfSubmission,
  faultOfVersion,
  nonZeroFigures,
} from "@/lib/domain/history-check";
import type { CheckedEvent } from "@/lib/domain/history-fault";
import { adjustmentKey, tellHistory } from "@/lib/domain/told-history";
import type { VersionContent } from "@/lib/domain/version";

const AT = new Date("2020-01-16T08:00:00Z");
const LATER = new Date("2020-01-20T08:00:00Z");

function filed(event: DomainEvent, change: Partial<CheckedEvent> = {}): CheckedEvent {
  return {
    at: AT,
    actorId: "clerk",
    actorName: "甲",
    organisationId: "finance",
    cycleId: "2019",
    submissionId: "s",
    reportId: null,
    event,
    ...change,
  };
}

const content: VersionContent = {
  sectionId: "active",
  figures: { "active.rules.made": "7", "active.rules.repealed": "0", "active.rules.in_force": null },
  paragraphs: {},
};
const hashOf = (value: VersionContent) => `hash of ${JSON.stringify(value)}`;

const submittedAs = (version: number): DomainEvent => ({
  type: "section_submitted",
  data: {
    sectionId: "active",
    version,
    receipt: "19-02-01-AAAA",
    isNil: false,
    hash: hashOf(content),
    awaitsSignature: false,
    isLate: false,
  },
});
const submitted = submittedAs(1);
const saved: DomainEvent = {
  type: "figures_saved",
  data: { sectionId: "active", changes: [{ cellKey: "active.rules.made", from: null, to: "7" }] },
};
const approved = (version: number): DomainEvent => ({
  type: "submission_approved",
  data: { sectionId: "active", version },
});

describe("faultOfVersion", () => {
  const told = tellHistory([filed(saved), filed(submitted)]);
  const version: CheckedVersion = {
    id: "v",
    submissionId: "s",
    organisationId: "finance",
    number: 1,
    content,
    contentHash: hashOf(content),
    isNil: false,
    receipt: "19-02-01-AAAA",
    submittedBy: "clerk",
    submittedAt: AT,
    summed: { "active.rules.made": "7.000" },
  };
  const other = { ...content, figures: { "active.rules.made": "8" } };

  it("finds none in a version that is as it was submitted", () => {
    expect(faultOfVersion(version, told, hashOf)).toBeNull();
  });

  it.each<[string, Partial<CheckedVersion>]>([
    ["content", { content: other }],
    ["content together with its hash", { content: other, contentHash: hashOf(other) }],
    ["hash", { contentHash: "0" }],
    ["receipt", { receipt: "19-02-01-BBBB" }],
    ["word on being nil", { isNil: true }],
    ["unit", { organisationId: "safety" }],
    ["submitter", { submittedBy: "another" }],
    ["moment", { submittedAt: LATER }],
  ])("finds a changed %s", (_what, change) => {
    expect(faultOfVersion({ ...version, ...change }, told, hashOf)).toEqual({
      kind: "version_changed",
      row: "versions v",
    });
  });

  it("finds a changed section, though the content has the hash that was told", () => {
    const moved = { ...content, sectionId: "requests" as const };
    const fault = faultOfVersion({ ...version, content: moved }, told, () => version.contentHash);
    expect(fault?.kind).toBe("version_changed");
  });

  it.each([{ submissionId: "another" }, { number: 2 }])("finds a version that nobody submitted: %j", (change) => {
    expect(faultOfVersion({ ...version, ...change }, told, hashOf)).toEqual({
      kind: "version_unknown",
      row: "versions v",
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ["changed", { "active.rules.made": "8" }, "active.rules.made"],
    ["missing", {}, "active.rules.made"],
    ["added", { "active.rules.made": "7", "active.rules.in_force": "1" }, "active.rules.in_force"],
    ["no number", { "active.rules.made": "seven" }, "active.rules.made"],
    ["changed, the first of two", { "active.rules.made": "8", "active.a": "1" }, "active.a"],
  ])("finds a summed figure that is %s", (_what, summed, key) => {
    expect(faultOfVersion({ ...version, summed }, told, hashOf)).toEqual({
      kind: "sums_changed",
      row: `version_figures v ${key}`,
    });
  });
});

describe("nonZeroFigures", () => {
  it("are the numbers of a version, neither zeros nor blanks nor texts", () => {
    const figures = { a: "7", b: "0", c: null, d: "不适用", e: "7件", f: "-1.50" };
    expect(nonZeroFigures({ ...content, figures })).toEqual({ a: "7", f: "-1.5" });
  });
});

describe("faultOfSubmission", () => {
  const undone: DomainEvent = {
    type: "reopening_undone",
    data: { sectionId: "active", version: 1, changes: [], texts: [] },
  };
  const told = tellHistory([filed(saved), filed(submitted), filed(approved(1))]);
  const submission: CheckedSubmission = {
    id: "s",
    state: "approved",
    latestVersion: 1,
    isNil: false,
    hasReservation: false,
    approvedNumber: 1,
    figures: { "active.rules.made": "7", "active.rules.repealed": null },
  };

  it("finds none where all is as the history tells it, and where nothing was ever done", () => {
    expect(faultOfSubmission(submission, told)).toBeNull();
    const untouched = { ...submission, id: "new", state: "not_started", latestVersion: 0, figures: {} };
    expect(faultOfSubmission(untouched, told)).toBeNull();
  });

  it.each<[string, Partial<CheckedSubmission>]>([
    ["state", { state: "returned" }],
    ["word on what its head reserved", { hasReservation: true }],
    ["number of versions", { latestVersion: 2 }],
    ["word on being nil", { isNil: true }],
    ["approved version", { approvedNumber: 2 }],
    ["approval", { approvedNumber: null }],
    ["history", { id: "new" }],
    ["history, as one in work", { id: "new", state: "not_started" }],
    ["history, as a nil one", { id: "new", state: "not_started", latestVersion: 0, isNil: true }],
  ])("finds another %s", (_what, change) => {
    const changed = { ...submission, ...change };
    expect(faultOfSubmission(changed, told)).toEqual({
      kind: "submission_changed",
      row: `submissions ${changed.id}`,
    });
  });

  it("does not ask which version was approved of one that is not approved now", () => {
    const waiting = tellHistory([filed(saved), filed(submitted)]);
    expect(faultOfSubmission({ ...submission, state: "submitted", approvedNumber: 9 }, waiting)).toBeNull();
  });

  it("takes the last approval, and one that a correction which was called off put back", () => {
    const events = [saved, submitted, approved(1), submittedAs(2), approved(2)].map((event) => filed(event));
    const twice = { ...submission, latestVersion: 2, approvedNumber: 2 };
    expect(faultOfSubmission(twice, tellHistory(events))).toBeNull();
    expect(faultOfSubmission(submission, tellHistory([...events, filed(undone)]))).toBeNull();
  });

  it.each<[string, CheckedSubmission["figures"], string]>([
    ["changed", { "active.rules.made": "8" }, "active.rules.made"],
    ["missing", {}, "active.rules.made"],
    ["added", { "active.rules.made": "7", "active.rules.repealed": "1" }, "active.rules.repealed"],
    ["changed, the first of two", { "active.rules.made": "8", "active.a": "1" }, "active.a"],
  ])("finds a working figure that is %s", (_what, figures, key) => {
    expect(faultOfSubmission({ ...submission, figures }, told)).toEqual({
      kind: "figures_changed",
      row: `figures s ${key}`,
    });
  });
});

describe("faultOfReport", () => {
  const of = { submissionId: null, reportId: "r", actorName: "主任", at: LATER };
  const finalised: DomainEvent = { type: "report_finalised", data: { version: 1, hash: "h" } };
  const published: DomainEvent = {
    type: "report_published",
    data: { version: 1, hash: "h", verificationCode: "7K4M-19QW" },
  };
  const told = tellHistory([filed(finalised, { ...of, actorName: "统稿人", at: AT }), filed(published, of)]);
  const document = {
    title: "示例区2019年年报",
    district: "示例区",
    year: 2019,
    version: 1,
    verificationCode: "7K4M-19QW",
  };
  const report: CheckedReport = {
    id: "r",
    state: "published",
    year: 2019,
    version: 1,
    title: "示例区2019年年报",
    districtName: "示例区",
    documentHash: "h",
    verificationCode: "7K4M-19QW",
    publishedByName: "主任",
    publishedAt: LATER,
    document,
  };
  const computed = { hash: "h", code: "7K4M-19QW" };
  const fault = { kind: "report_changed", row: "reports r" };

  it("finds none in a report that is as it was published", () => {
    expect(faultOfReport(report, told, computed)).toBeNull();
  });

  it.each<[string, Partial<CheckedReport>]>([
    ["state", { state: "final" }],
    ["hash", { documentHash: "0" }],
    ["verification code", { verificationCode: "AAAA-AAAA" }],
    ["title", { title: "别的题目" }],
    ["district", { districtName: "别的区" }],
    ["year", { year: 2018 }],
    ["version", { version: 2 }],
    ["publisher", { publishedByName: "别人" }],
    ["day of publication", { publishedAt: AT }],
    ["document: gone", { document: null }],
    ["document's code", { document: { ...document, verificationCode: null } }],
  ])("finds another %s", (_what, change) => {
    expect(faultOfReport({ ...report, ...change }, told, computed)).toEqual(fault);
  });

  it("finds a document whose own hash or code is another, and one that no event fixed", () => {
    expect(faultOfReport(report, told, { ...computed, hash: "0" })).toEqual(fault);
    expect(faultOfReport(report, told, { ...computed, code: "AAAA-AAAA" })).toEqual(fault);
    expect(faultOfReport(report, told, null)).toEqual(fault);
    const begun = tellHistory([filed({ type: "report_superseded", data: { version: 1, by: 2 } }, of)]);
    expect(faultOfReport({ ...report, state: "superseded" }, begun, computed)).toEqual(fault);
  });

  it("finds a document and a row that were changed alike, by the hash that was told", () => {
    const changed = { ...report, documentHash: "0" };
    expect(faultOfReport(changed, told, { ...computed, hash: "0" })).toEqual(fault);
  });

  it("asks of a final report nothing about publication", () => {
    const final = { ...report, state: "final" as const, publishedByName: null, publishedAt: null };
    expect(faultOfReport(final, tellHistory([filed(finalised, of)]), computed)).toBeNull();
  });

  it("asks of a report that was taken in who did it, and not when it had been published", () => {
    const imported: DomainEvent = { type: "report_imported", data: { year: 2019, title: "x", hash: "h" } };
    const history = tellHistory([filed(imported, of)]);
    expect(faultOfReport({ ...report, publishedAt: AT }, history, computed)).toBeNull();
    expect(faultOfReport({ ...report, publishedByName: "别人" }, history, computed)).toEqual(fault);
  });

  it("leaves a draft and a correction that was called off alone, unless the history knows more of them", () => {
    const draft = { ...report, id: "new", state: "draft" as const, document: null };
    expect(faultOfReport(draft, told, null)).toBeNull();
    expect(faultOfReport({ ...draft, id: "r" }, told, null)).toEqual(fault);
    const off = tellHistory([filed({ type: "erratum_called_off", data: { version: 2, reason: "x" } }, of)]);
    expect(faultOfReport({ ...draft, id: "r", state: "called_off" }, off, null)).toBeNull();
  });
});

describe("tellHistory", () => {
  it("counts how often an adjustment of the same content was proposed in a year", () => {
    const data = { cellKey: "requests.received.business", amount: "-1", reason: "两家都报了" };
    const proposed: DomainEvent = { type: "adjustment_proposed", data };
    const events = [filed(proposed), filed(proposed), filed(proposed, { cycleId: "2018" })];
    const counts = tellHistory(events).proposed;
    expect(counts.get(adjustmentKey("2019", data))).toBe(2);
    expect(counts.get(adjustmentKey("2018", data))).toBe(1);
    expect(counts.get(adjustmentKey("2019", { ...data, amount: "-2" }))).toBeUndefined();
  });

  it("takes an event that names no section or report for none of any", () => {
    const nowhere = { submissionId: null, reportId: null };
    const finalised: DomainEvent = { type: "report_finalised", data: { version: 1, hash: "h" } };
    const told = tellHistory([filed(approved(1), nowhere), filed(finalised, nowhere)]);
    expect([told.approved.size, told.fixed.size]).toEqual([0, 0]);
  });
});

describe("faultOfPerson", () => {
  const account = "财政局填报人";
  const until = "2020-02-29T16:00:00.000Z";
  const events: DomainEvent[] = [
    { type: "person_added", data: { account, name: "甲" } },
    { type: "role_granted", data: { account, role: "submitter" } },
    { type: "role_granted", data: { account, role: "head", until } },
    { type: "role_granted", data: { account, role: "submitter", until } },
  ];
  const told = tellHistory(events.map((event) => filed(event)));
  const person: CheckedPerson = {
    account,
    isActive: true,
    roles: [
      { key: "finance head", until },
      { key: "finance submitter", until },
      { key: "finance submitter", until: null },
    ],
  };

  it("finds none in roles as they were granted, in any order", () => {
    expect(faultOfPerson(person, told)).toBeNull();
    expect(faultOfPerson({ ...person, roles: person.roles.toReversed() }, told)).toBeNull();
  });

  it.each<[string, Partial<CheckedPerson>]>([
    ["role more", { roles: [...person.roles, { key: "finance reviewer", until: null }] }],
    ["role less", { roles: person.roles.slice(1) }],
    [
      "role elsewhere",
      { roles: person.roles.map(({ key, until: end }) => ({ key: key.replace("finance", "safety"), until: end })) },
    ],
    ["end of a role", { roles: person.roles.map(({ key }) => ({ key, until: null })) }],
    ["account that was shut by hand", { isActive: false }],
  ])("finds a %s", (_what, change) => {
    expect(faultOfPerson({ ...person, ...change }, told)).toEqual({
      kind: "roles_changed",
      row: `memberships ${account}`,
    });
  });

  it("finds a person whom nobody added", () => {
    expect(faultOfPerson({ account: "x", isActive: true, roles: [] }, told)?.row).toBe("memberships x");
  });
});
