import { describe, expect, it } from "vitest";
import { permissionsOf, type Role } from "@/lib/domain/access";
import type { StoredComment } from "@/lib/domain/comment";
import { arrangeDesk, type DeskMaterial } from "@/lib/domain/desk-work";
import type { DomainEvent, StoredEvent } from "@/lib/domain/events";
import type { SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { annualReport2021 as format } from "@/lib/formats/annual-report-2021";

const AT = new Date("2022-01-10T00:00:00Z");
const RECEIVED = "requests.received.natural_person";

function entry(sectionId: SectionId, change: Partial<SubmissionEntry> = {}): SubmissionEntry {
  return {
    ...{
      id: sectionId,
      districtId: "d",
      cycleId: "c",
      organisationId: "finance",
      sectionId,
      state: "draft",
      revision: 1,
    },
    ...{ latestVersion: 0, submittedBy: null, signedBy: null, isReviewBegun: false, hasReservation: false },
    ...{ needsSignature: false },
    ...{
      isCycleOpen: true,
      closesAt: null,
      isExempt: false,
      reportState: null,
      unitName: "财政局",
      isOffice: false,
      position: 1,
    },
    ...{ year: 2021, isNil: false, dueAt: AT, isExtended: false, submittedAt: null, returnReason: null },
    ...{ approvedAt: null, approvedByName: null, updatedAt: AT, updatedByName: null, receipt: null },
    ...{ submittedByName: null, ...change },
  };
}

const heading = (key: string, owners: string[], sectionId: SectionId = "overview") => ({
  ...{ key, sectionId, position: 1, level: 1, number: "（一）", title: key, owners },
});

function material(change: Partial<DeskMaterial> = {}): DeskMaterial {
  return {
    cycle: {
      ...{ id: "c", districtId: "d", year: 2021, format, formatHash: "f", state: "open" },
      ...{ tablesDueAt: AT, narrativeDueAt: AT, statutoryDueAt: AT, hardEndAt: null, previousReportId: null },
      ...{ preface: "", openedAt: AT, closedAt: null },
    },
    entries: [entry("requests")],
    outline: [],
    units: [],
    indicators: [],
    figures: [],
    paragraphs: [],
    comments: [],
    explanations: [],
    events: [],
    lastReminder: null,
    ledgers: [],
    published: [],
    previous: new Map(),
    seal: null,
    ruleSettings: [],
    ...change,
  };
}

function actor(role: Role) {
  const memberships = [{ organisationId: "finance", role }];
  return { userId: "me", memberships, permissions: permissionsOf(memberships) };
}

const desk = (change: Partial<DeskMaterial> = {}, role: Role = "submitter") =>
  arrangeDesk(material(change), actor(role));
const task = (change: Partial<DeskMaterial> = {}, role: Role = "submitter") => desk(change, role).tasks[0];

const cells = listSectionCells(format, "requests").filter((cell) => !cell.sumOf);
const figure = (cellKey: string, found: string | null, organisationId = "finance") => ({
  organisationId,
  cellKey,
  found,
});
const zeros = cells.map(({ key }) => figure(key, "0"));

let lastId = 0;
function stored(event: DomainEvent, change: Partial<StoredEvent> = {}): StoredEvent {
  lastId += 1;
  return {
    ...{ id: lastId, at: AT, actorId: "x", actorName: "审核人", organisationId: "finance", cycleId: "c" },
    ...{ submissionId: "requests", reportId: null, event, ...change },
  };
}
const versioned = { sectionId: "requests", version: 1 } as const;
const returned: DomainEvent = {
  type: "submission_returned",
  data: { ...versioned, reason: "请核对", comments: 1, dueAt: null },
};
const saved: DomainEvent = { type: "figures_saved", data: { sectionId: "requests", changes: [] } };
const commented: DomainEvent = { type: "comment_added", data: { ...versioned, anchor: RECEIVED, body: "x" } };
const approved: DomainEvent = { type: "submission_approved", data: versioned };

describe("a section on the desk", () => {
  it("counts its blank cells, and those that count as zero once something is filled in", () => {
    expect(task()).toMatchObject({ blanks: cells.length, blanksAsZero: 0, nonZero: 0, mayBeNil: true });
    const begun = task({ figures: [figure(RECEIVED, "3"), figure("active.licensing.decisions", "7")] });
    expect(begun).toMatchObject({
      blanks: cells.length - 1,
      blanksAsZero: cells.length - 1,
      nonZero: 1,
      mayBeNil: false,
    });
  });

  it("takes no other unit's figures for its own", () => {
    expect(task({ figures: [figure(RECEIVED, "3", "safety")] })).toMatchObject({ nonZero: 0, mayBeNil: true });
  });

  it("is not offered as nil where the unit's year before left requests open", () => {
    const before = { year: 2020, formatId: "2021", figures: { "requests.carried_out.natural_person": "2" }, texts: {} };
    expect(task({ previous: new Map([["finance", before]]) })?.mayBeNil).toBe(false);
    expect(task({ previous: new Map([["safety", before]]) })?.mayBeNil).toBe(true);
  });

  it("is checked as it would be submitted, with what was said to it", () => {
    const carried = {
      year: 2020,
      formatId: "2021",
      figures: { "requests.carried_out.natural_person": "2" },
      texts: {},
    };
    const change = { figures: zeros, previous: new Map([["finance", carried]]) };
    const [found] = task(change)?.findings.errors ?? [];
    expect(found?.rule).toBe("CARRY-YEAR");
    expect(task(change)).toMatchObject({ errors: 1, warnings: 0, explained: 0 });
    const explanation = {
      ...{ submissionId: "requests", findingId: found?.id ?? "", rule: "CARRY-YEAR", finding: null, body: "并入" },
      ...{ authorName: "甲", createdAt: AT, acceptedByName: null, acceptedAt: null, note: null },
    };
    expect(task({ ...change, explanations: [explanation] })).toMatchObject({
      ...{ errors: 0, explained: 1, explanations: [explanation] },
    });
    const others = [{ ...explanation, submissionId: "active" }];
    expect(task({ ...change, explanations: others })).toMatchObject({ errors: 1, explained: 0, explanations: [] });
  });

  it("is held against what the unit published itself, and not what another one did", () => {
    const published = (organisationId: string) => [
      {
        organisationId,
        report: {
          schema: "nianbao.report/1" as const,
          title: "年报",
          year: 2021,
          format: "2021",
          figures: { [RECEIVED]: "9" },
        },
      },
    ];
    const rules = (organisationId: string) => {
      const { findings } = task({ figures: zeros, published: published(organisationId) }) ?? {};
      return [...(findings?.errors ?? []), ...(findings?.warnings ?? [])].map(({ cells: of }) => of[0]);
    };
    expect(rules("finance")).toContain(RECEIVED);
    expect(rules("safety")).toEqual([]);
  });

  it("has the headings that its unit owns there, each with its own text", () => {
    const outline = [
      heading("platform", ["finance"]),
      heading("others", ["safety"]),
      heading("problems", ["finance"], "problems"),
    ];
    const paragraphs = [
      { submissionId: "overview", headingKey: "platform", body: "共收到申请3件，其中自然人1件、企业1件，合计3件。" },
      { submissionId: "problems", headingKey: "platform", body: "" },
    ];
    const text = task({ entries: [entry("overview")], outline, paragraphs });
    expect(text?.headings.map(({ key }) => key)).toEqual(["platform"]);
    expect(text?.section.id).toBe("overview");
    const blank = task({ entries: [entry("overview")], outline });
    expect(blank?.errors, "a text that is not written yet").toBeGreaterThan(0);
  });

  it("asks for the unit's own local figures in the overview alone", () => {
    const indicator = (organisationId: string) => ({
      ...{ key: "training", organisationId, label: "培训", unit: "次", isApproximate: false, position: 1 },
    });
    const errors = (sectionId: SectionId, organisationId: string, found: string | null) =>
      task({
        entries: [entry(sectionId)],
        indicators: [indicator(organisationId)],
        figures: [...zeros, figure("indicators.training", found)],
      })?.findings.errors.filter(({ cells: of }) => of.includes("indicators.training")).length;
    expect([
      errors("overview", "finance", null),
      errors("overview", "safety", null),
      errors("requests", "finance", null),
    ]).toEqual([1, 0, 0]);
    expect(errors("overview", "finance", "7")).toBe(0);
  });

  it("waits for the head only where a submit leads there", () => {
    const entries = [entry("requests", { needsSignature: true })];
    expect(task({ entries })).toMatchObject({ waitsForHead: true, act: "continue" });
    expect(task({ entries }, "head")?.waitsForHead).toBe(false);
    expect(task()?.waitsForHead).toBe(false);
    expect(task({ entries: [entry("requests", { needsSignature: true, state: "submitted" })] })?.waitsForHead).toBe(
      false,
    );
  });
});

describe("what happened last", () => {
  it("is the newest event of that section that units are told of, in whatever order they come", () => {
    const [first, second, hidden] = [stored(returned), stored(saved), stored(commented)];
    const elsewhere = stored(approved, { submissionId: "active" });
    for (const events of [
      [first, second, hidden, elsewhere],
      [elsewhere, hidden, second, first],
    ]) {
      expect(task({ events })?.lastEvent).toEqual(second);
    }
    expect(task({ events: [hidden, elsewhere] })?.lastEvent).toBeNull();
  });

  it("is the return with its comments, while the section is still with the unit", () => {
    const comment = (submissionId: string): StoredComment & { submissionId: string } => ({
      ...{ id: submissionId, submissionId, anchor: RECEIVED, body: "x", versionNumber: 1, quote: "3" },
      ...{ authorId: "x", authorName: "审核人", createdAt: AT, sentAt: AT, resolvedAt: null, resolvedByName: null },
      ...{ reply: null, replyText: "", settledAt: null, settledByName: null },
    });
    const back = entry("requests", { state: "returned", returnReason: "请核对" });
    const [old, newer, last] = [stored(returned), stored(returned), stored(saved)];
    const events = [old, newer, last];
    const comments = [comment("requests"), comment("active")];
    const open = task({ entries: [back], events, comments });
    expect(open?.returned).toEqual(newer);
    expect(open?.comments.map(({ id }) => id)).toEqual(["requests"]);
    const done = task({ entries: [{ ...back, state: "submitted" }], events, comments });
    expect([done?.returned, done?.comments]).toEqual([null, []]);
  });
});

describe("what else is on the desk", () => {
  it("is the sections of others, with the one unit that fills them in", () => {
    const outline = [
      heading("a", ["safety"]),
      heading("b", ["safety"]),
      heading("c", ["safety", "justice"], "problems"),
      heading("d", ["gone"], "other"),
    ];
    const units = [
      { id: "safety", name: "应急局" },
      { id: "justice", name: "司法局" },
    ];
    expect(desk({ outline, units }).others).toEqual([
      { sectionId: "overview", unitName: "应急局" },
      { sectionId: "active", unitName: null },
      { sectionId: "litigation", unitName: null },
      { sectionId: "problems", unitName: null },
      { sectionId: "other", unitName: null },
    ]);
  });

  it("is the office's reminder, while something that it named is still with the unit", () => {
    const lastReminder = stored({ type: "unit_reminded", data: { sections: ["active", "requests"] } });
    const of = (...entries: SubmissionEntry[]) => desk({ entries, lastReminder }).reminder;
    expect(of(entry("active"), entry("requests", { state: "submitted" }))).toEqual({
      ...{ at: AT, by: "审核人", sectionIds: ["active"] },
    });
    expect(of(entry("active", { state: "approved" }), entry("requests", { state: "submitted" }))).toBeNull();
    expect(of(entry("litigation"))).toBeNull();
    expect(desk().reminder).toBeNull();
    expect(desk({ lastReminder: stored(saved) }).reminder).toBeNull();
  });
});
