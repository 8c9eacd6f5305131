import { describe, expect, it } from "vitest";
import { describeEvent, listTypesForUnits, listTypesOfKinds } from "@/lib/domain/describe-event";
import { type DomainEvent, EVENT_TYPES } from "@/lib/domain/events";
import { EVENT_KINDS, kindOfEvent } from "@/lib/domain/events/event-rows";
import type { EventWords } from "@/lib/domain/events/event-words";
import { exampleEvents } from "@/lib/domain/testing/example-events";

const words: EventWords = {
  part: (unit, section) => `${unit ?? ""}“${section}”`,
  sections: (ids) => ids.join("、"),
  place: (anchor) => `[${anchor}]`,
  role: (role) => role,
  scope: (scope) => scope,
  rule: (rule) => rule,
  due: (moment) => moment.slice(0, 10),
};

describe("describeEvent", () => {
  it("has an example of every type, so that no sentence goes untested", () => {
    expect(new Set(exampleEvents().map((event) => event.type))).toEqual(new Set(EVENT_TYPES));
  });

  it("leaves the unit out where the person's name begins with it", () => {
    const event = { type: "submission_approved", data: { sectionId: "active", version: 1 } } as const;
    const told = { event, unitName: "财政局", year: 2019 };
    expect(describeEvent({ ...told, actorName: "财政局填报人" }, words).values).toMatchObject({ part: "“active”" });
    expect(describeEvent({ ...told, actorName: "审核人" }, words).values).toMatchObject({ part: "财政局“active”" });
  });

  it("lists changed values with the names of their cells", () => {
    const [change] = describeEvent(
      {
        actorName: "王芳",
        unitName: null,
        year: null,
        event: {
          type: "figures_saved",
          data: { sectionId: "active", changes: [{ cellKey: "active.rules.made", from: null, to: "3" }] },
        },
      },
      words,
    ).changes;
    expect(change).toEqual({ place: "[active.rules.made]", from: null, to: "3" });
  });

  it("puts every type under one kind", () => {
    for (const type of EVENT_TYPES) expect(EVENT_KINDS).toContain(kindOfEvent(type));
    expect(listTypesOfKinds(EVENT_KINDS).length).toBe(EVENT_TYPES.length);
  });

  it("lists the types of some kinds in their order, and hides a review before its decision from units", () => {
    expect(listTypesOfKinds(["returned"])).toEqual(EVENT_TYPES.filter((type) => kindOfEvent(type) === "returned"));
    expect(listTypesOfKinds(["approved"])).toContain("submission_approved");
    expect(listTypesOfKinds(["approved"])).not.toContain("submission_returned");
    expect(listTypesOfKinds([])).toEqual([]);
    const hidden = EVENT_TYPES.filter((type) => !listTypesForUnits().includes(type));
    expect(hidden).toEqual(["comment_added", "comment_settled", "explanation_accepted"]);
  });

  it("says who did it, for which unit and year, and where that is not known", () => {
    const event: DomainEvent = { type: "cycle_closed", data: { year: 2019 } };
    const { year: _ofEvent, ...known } = describeEvent(
      { actorName: "甲", unitName: "财政局", year: 2019, event },
      words,
    ).values;
    expect(known).toEqual({ who: "甲", hasActor: "yes", unit: "财政局", hasUnit: "yes" });
    const signedOut: DomainEvent = { type: "signed_out", data: { account: "a" } };
    const told = { actorName: "", unitName: null, event: signedOut };
    const nobody = { who: "", hasActor: "no", unit: "", hasUnit: "no" };
    expect(describeEvent({ ...told, year: null }, words)).toEqual({
      values: { ...nobody, account: "a", year: "" },
      changes: [],
    });
    expect(describeEvent({ ...told, year: 2019 }, words).values.year).toBe("2019");
  });
});

/** What an event's sentence is filled with. */
function fill(event: DomainEvent) {
  return describeEvent({ actorName: "甲", unitName: null, year: null, event }, words).values;
}

const moment = "2020-01-16T16:00:00.000Z";
const inActive = { sectionId: "active", version: 2 } as const;
const other = { year: 2019, title: "年报", hash: "h" };

describe("the sentence of an event", () => {
  it.each<[DomainEvent, object]>([
    [
      { type: "figures_saved", data: { sectionId: "active", changes: [{ cellKey: "a.b", from: null, to: "1" }] } },
      { part: "“active”", count: 1 },
    ],
    [
      { type: "paragraph_saved", data: { sectionId: "overview", headingKey: "a", heading: "平台", characters: 3 } },
      { part: "“overview”", heading: "平台", hasHeading: "yes", characters: 3 },
    ],
    [
      { type: "paragraph_saved", data: { sectionId: "overview", headingKey: "a", heading: "", characters: 3 } },
      { heading: "", hasHeading: "no" },
    ],
    [{ type: "report_text_saved", data: { headingKey: "a", heading: "", characters: 3 } }, { hasHeading: "no" }],
    [
      {
        type: "section_submitted",
        data: { ...inActive, receipt: "R", isNil: true, hash: "h", awaitsSignature: true, isLate: false },
      },
      {
        ...{ part: "“active”", version: 2, receipt: "R", isNil: "yes", awaits: "yes", isLate: "no" },
        ...{ isUnchanged: "no", unchangedReason: "" },
      },
    ],
    [
      {
        type: "section_submitted",
        data: {
          ...inActive,
          ...{ receipt: "R", isNil: false, hash: "h", awaitsSignature: false, isLate: true, unchangedReason: "属实" },
        },
      },
      { isNil: "no", awaits: "no", isLate: "yes", isUnchanged: "yes", unchangedReason: "属实" },
    ],
    [
      { type: "submission_returned", data: { ...inActive, reason: "请核对", comments: 1, dueAt: moment } },
      { part: "“active”", reason: "请核对", comments: 1, dueAt: "2020-01-16", hasDue: "yes" },
    ],
    [
      { type: "submission_reopened", data: { ...inActive, reason: "请核对" } },
      { part: "“active”", reason: "请核对", dueAt: "", hasDue: "no" },
    ],
    [
      {
        type: "reopening_undone",
        data: {
          ...inActive,
          changes: [{ cellKey: "a.b", from: "1", to: "2" }],
          texts: [
            { headingKey: "a", characters: 1, dropped: "甲文" },
            { headingKey: "b", characters: 1, dropped: "" },
            { headingKey: "c", characters: 1, dropped: "丙文" },
          ],
        },
      },
      { part: "“active”", count: 1, version: 2, dropped: "甲文\n丙文" },
    ],
    [
      { type: "reopening_undone", data: { ...inActive, changes: [], texts: [] } },
      { count: 0, dropped: "none" },
    ],
    [
      { type: "comment_added", data: { ...inActive, anchor: "a.b", body: "请核对" } },
      { part: "“active”", place: "[a.b]", body: "请核对" },
    ],
    [
      { type: "warning_explained", data: { sectionId: "active", rule: "OUTLIER", findingId: "f", body: "属实" } },
      { part: "“active”", rule: "OUTLIER", body: "属实" },
    ],
    [
      {
        type: "due_date_extended",
        data: { sectionId: "active", from: moment, to: "2020-01-20T16:00:00Z", reason: "x" },
      },
      { part: "“active”", from: "2020-01-16", to: "2020-01-20", reason: "x" },
    ],
    [
      { type: "note_chosen", data: { rule: "OUTLIER", findingId: "f", unit: "财政局", note: "已核实" } },
      { rule: "OUTLIER", of: "财政局", isOwn: "no", note: "已核实", isPrinted: "yes" },
    ],
    [
      { type: "note_chosen", data: { rule: "OUTLIER", findingId: "f", unit: "", note: null } },
      { of: "", isOwn: "yes", note: "", isPrinted: "no" },
    ],
    [
      {
        type: "rule_setting_withdrawn",
        data: { rule: "OUTLIER", ruleVersion: 2000, effect: "off", holdsFrom: "2020-01-05" },
      },
      { rule: "OUTLIER", ruleVersion: "2000", effect: "off" },
    ],
    [
      { type: "cycle_dates_changed", data: { year: 2019, part: "tables", from: moment, to: "2020-01-20T16:00:00Z" } },
      { year: "2019", which: "tables", from: "2020-01-16", to: "2020-01-20" },
    ],
    [
      { type: "return_reason_saved", data: { body: "x", before: "" } },
      { body: "x", isNew: "yes" },
    ],
    [
      { type: "return_reason_saved", data: { body: "x", before: "y" } },
      { body: "x", before: "y", isNew: "no" },
    ],
    [
      { type: "signed_in", data: { account: "a", source: "192.0.2.7", isKnownDevice: true } },
      { account: "a", source: "192.0.2.7", isKnownDevice: "yes" },
    ],
    [
      { type: "draft_downloaded", data: { version: 1, format: "pdf" } },
      { version: 1, format: "PDF" },
    ],
    [
      { type: "adjustment_signed", data: { cellKey: "a.b", amount: "-1" } },
      { place: "[a.b]", amount: "-1" },
    ],
    [{ type: "unit_reminded", data: { sections: ["active", "requests"] } }, { sections: "active、requests" }],
    [
      { type: "role_ended", data: { account: "a", role: "head" } },
      { account: "a", role: "head" },
    ],
    [
      { type: "second_factor_demanded", data: { roles: ["admin", "director"] } },
      { count: 2, roles: "admin · director" },
    ],
    [
      { type: "role_granted", data: { account: "a", role: "head" } },
      { account: "a", role: "head", hasFrom: "no", from: "", hasUntil: "no", until: "" },
    ],
    [
      { type: "role_granted", data: { account: "a", role: "head", from: moment, until: "2020-12-31T16:00:00Z" } },
      { hasFrom: "yes", from: "2020-01-16", hasUntil: "yes", until: "2020-12-31" },
    ],
    [
      { type: "unit_changed", data: { name: "新", before: "旧", needsSignature: true, isActive: false } },
      { name: "新", before: "旧", isRenamed: "yes", active: "no", signature: "yes" },
    ],
    [
      { type: "unit_changed", data: { name: "旧", before: "旧" } },
      { isRenamed: "no", active: "unsaid", signature: "unsaid" },
    ],
    [
      { type: "unit_dissolved", data: { name: "旧", on: "2019-11-05", reason: "撤并", isCounted: true } },
      { name: "旧", reason: "撤并", onYear: "2019", onMonth: 11, onDay: 5, counted: "yes" },
    ],
    [{ type: "cycle_closed", data: { year: 2019 } }, { year: "2019" }],
    [
      { type: "cycle_opened", data: { year: 2019, formatId: "2019", units: 8, carriedFrom: 2018 } },
      { year: "2019", formatId: "2019", units: 8, isCarried: "yes", carriedFrom: "2018" },
    ],
    [
      { type: "cycle_opened", data: { year: 2019, formatId: "2019", units: 8, carriedFrom: null } },
      { isCarried: "no", carriedFrom: "" },
    ],
    [
      { type: "unit_report_withdrawn", data: { year: 2019, title: "年报", body: "" } },
      { year: "2019", title: "年报", body: "none" },
    ],
    [{ type: "unit_report_withdrawn", data: { year: 2019, title: "年报", body: "财政所" } }, { body: "财政所" }],
    [
      { type: "unit_report_imported", data: other },
      {
        ...{ year: "2019", title: "年报", hash: "h", body: "none", reason: "", isOther: "no" },
        ...{ proposedBy: "", confirmation: "", isConfirmed: "no" },
      },
    ],
    [
      {
        type: "unit_report_imported",
        data: { ...other, body: "财政所", reason: "更名", proposedBy: "甲", confirmation: "核对过" },
      },
      {
        ...{ body: "财政所", reason: "更名", isOther: "yes", proposedBy: "甲" },
        ...{ confirmation: "核对过", isConfirmed: "yes" },
      },
    ],
  ])("%j is filled with %j", (event, values) => {
    expect(fill(event)).toMatchObject(values);
  });
});
