import { describe, expect, it } from "vitest";
import type { DomainEvent } from "@/lib/domain/events";
import {
  type CheckedCycle,
  type CheckedLetterhead,
  type CheckedUnitReport,
  faultOfCycles,
  faultOfLetterheads,
  faultOfUnitReports,
  tellFiles,
} from "@/lib/domain/history-check-files";
import type { CheckedEvent } from "@/lib/domain/history-fault";

const AT = new Date("2020-01-16T08:00:00Z");
const LATER = new Date("2020-01-20T08:00:00Z");

function filed(event: DomainEvent, change: Partial<CheckedEvent> = {}): CheckedEvent {
  const nowhere = { submissionId: null, reportId: null };
  return {
    at: AT,
    actorId: "a",
    actorName: "甲",
    organisationId: "finance",
    cycleId: "c",
    ...nowhere,
    event,
    ...change,
  };
}

const told = (...events: (DomainEvent | CheckedEvent)[]) =>
  tellFiles(events.map((event) => ("event" in event ? event : filed(event))));

describe("units' own reports", () => {
  const about = { year: 2018, title: "财政局2018年年报", hash: "h" };
  const imported: DomainEvent = { type: "unit_report_imported", data: about };
  const stored: CheckedUnitReport = {
    organisationId: "finance",
    year: 2018,
    title: about.title,
    hash: "h",
    computed: "h",
    report: { year: 2018, title: about.title },
    body: "",
    by: "甲",
    at: AT,
    confirmedBy: "",
  };
  const fault = (row: Partial<CheckedUnitReport>, ...events: (DomainEvent | CheckedEvent)[]) =>
    faultOfUnitReports([{ ...stored, ...row }], told(...events).unitReports, "unit_reports");

  it("are as they were taken in, the newest of a year", () => {
    expect(fault({}, imported)).toBeNull();
    const again = filed(
      { type: "unit_report_imported", data: { ...about, hash: "new" } },
      { at: LATER, actorName: "乙" },
    );
    expect(fault({ hash: "new", computed: "new", at: LATER, by: "乙" }, imported, again)).toBeNull();
    expect(fault({}, imported, again)?.kind).toBe("unit_report_changed");
  });

  it.each<[string, Partial<CheckedUnitReport>]>([
    ["unit", { organisationId: "safety" }],
    ["year", { year: 2017 }],
    ["title", { title: "别的题目" }],
    ["title in the file", { report: { year: 2018, title: "别的题目" } }],
    ["year in the file", { report: { year: 2017, title: about.title } }],
    ["hash", { hash: "0" }],
    ["content", { computed: "0" }],
    ["content with its hash", { hash: "0", computed: "0" }],
    ["title in row and file", { title: "别", report: { year: 2018, title: "别" } }],
    ["body", { body: "财政所" }],
    ["person", { by: "乙" }],
    ["second person", { confirmedBy: "乙" }],
    ["moment", { at: LATER }],
  ])("have another %s", (_what, change) => {
    const row = { ...stored, ...change };
    expect(fault(change, imported)).toEqual({
      kind: "unit_report_changed",
      row: `unit_reports ${row.organisationId} ${row.year}`,
    });
  });

  it("were removed", () => {
    expect(faultOfUnitReports([], told(imported).unitReports, "unit_reports")).toEqual({
      kind: "unit_report_missing",
      row: "unit_reports finance 2018",
    });
  });

  describe("of another body", () => {
    const other = { body: "财政所", reason: "更名前的报告" };
    const proposed: DomainEvent = { type: "unit_report_proposed", data: { ...about, ...other } };
    const confirmed: DomainEvent = {
      type: "unit_report_imported",
      data: { ...about, ...other, proposedBy: "甲", confirmation: "核对过" },
    };
    const second = filed(confirmed, { actorName: "乙", at: LATER });

    it("wait until a second person lets them in, who is told beside the first", () => {
      const row = { ...stored, body: "财政所" };
      expect(faultOfUnitReports([row], told(proposed).proposals, "proposed_unit_reports")).toBeNull();
      expect(told(proposed).unitReports.size).toBe(0);
      expect(told(proposed, second).proposals.size).toBe(0);
      expect(fault({ body: "财政所", at: LATER, confirmedBy: "乙" }, proposed, second)).toBeNull();
      expect(fault({ body: "财政所", at: LATER, by: "丙", confirmedBy: "乙" }, second)?.kind).toBe(
        "unit_report_changed",
      );
    });

    it("wait no longer once they are declined or taken back, and wait on where another report is taken in", () => {
      const of = { year: 2018, title: about.title, body: "财政所" };
      const endings: DomainEvent[] = [
        { type: "unit_report_declined", data: { ...of, reason: "不是本单位" } },
        { type: "unit_report_withdrawn", data: of },
      ];
      for (const ended of endings) {
        expect(told(proposed, ended).proposals.size).toBe(0);
        expect(told(proposed, filed(ended, { organisationId: "safety" })).proposals.size).toBe(1);
      }
      expect(told(proposed, imported).proposals.size).toBe(1);
    });
  });
});

describe("templates", () => {
  const uploaded = (hash: string): DomainEvent => ({
    type: "letterhead_uploaded",
    data: { hash, fileName: "template.docx", before: "" },
  });
  const removed: DomainEvent = { type: "letterhead_removed", data: { fileName: "template.docx" } };
  const row = (hash: string, change: Partial<CheckedLetterhead> = {}): CheckedLetterhead => ({
    ...{ id: `id-${hash}`, fileName: "template.docx", hash, computed: hash, by: "甲", at: AT, isRetired: false },
    ...change,
  });
  const old = row("a", { isRetired: true });
  const both = told(uploaded("a"), uploaded("b"));

  it("are all kept, and the last one is in use unless it was removed", () => {
    expect(faultOfLetterheads([old, row("b")], both)).toBeNull();
    expect(faultOfLetterheads([row("b"), old], both)).toBeNull();
    const none = told(uploaded("a"), uploaded("b"), removed);
    expect(faultOfLetterheads([old, row("b", { isRetired: true })], none)).toBeNull();
    expect(faultOfLetterheads([old, row("b")], none)?.kind).toBe("letterhead_changed");
    expect(faultOfLetterheads([], told())).toBeNull();
  });

  it.each<[string, CheckedLetterhead]>([
    ["another content", row("b", { computed: "0" })],
    ["another hash", row("b", { hash: "c", computed: "c" })],
    ["another file name", row("b", { fileName: "x.docx" })],
    ["another person", row("b", { by: "乙" })],
    ["another moment", row("b", { at: LATER })],
    ["been retired by hand", row("b", { isRetired: true })],
  ])("have %s", (_what, changed) => {
    expect(faultOfLetterheads([old, changed], both)).toEqual({
      kind: "letterhead_changed",
      row: `letterheads ${changed.id}`,
    });
  });

  it("are found out where one is used again by hand, was removed, or stands there twice", () => {
    expect(faultOfLetterheads([row("a"), row("b")], both)?.row).toBe("letterheads id-a");
    expect(faultOfLetterheads([row("b")], both)).toEqual({ kind: "letterhead_missing", row: "letterheads a" });
    expect(faultOfLetterheads([old, old, row("b")], both)?.row).toBe("letterheads id-a");
  });
});

describe("years", () => {
  const opened = (formatHash?: string): DomainEvent => ({
    type: "cycle_opened",
    data: {
      year: 2019,
      formatId: "2019",
      units: 3,
      carriedFrom: null,
      ...(formatHash === undefined ? {} : { formatHash }),
    },
  });
  const closed: DomainEvent = { type: "cycle_closed", data: { year: 2019 } };
  const reopened: DomainEvent = { type: "cycle_reopened", data: { year: 2019, reason: "x" } };
  const cycle: CheckedCycle = {
    id: "c",
    year: 2019,
    state: "open",
    formatId: "2019",
    formatHash: "f",
    computed: "f",
  };
  const fault = (change: Partial<CheckedCycle>, ...events: DomainEvent[]) =>
    faultOfCycles([{ ...cycle, ...change }], told(...events));

  it("are open or closed as the last event says, with their frozen form", () => {
    expect(fault({}, opened("f"))).toBeNull();
    expect(fault({ state: "closed" }, opened("f"), closed)).toBeNull();
    expect(fault({}, opened("f"), closed, reopened)).toBeNull();
    expect(fault({ formatHash: "g", computed: "g" }, opened())).toBeNull();
  });

  it.each<[string, Partial<CheckedCycle>]>([
    ["id", { id: "x" }],
    ["year", { year: 2018 }],
    ["state", { state: "closed" }],
    ["form", { formatId: "2021" }],
    ["copy of the form", { computed: "0" }],
    ["copy of the form with its hash", { formatHash: "0", computed: "0" }],
  ])("have another %s", (_what, change) => {
    expect(fault(change, opened("f"))).toEqual({ kind: "cycle_changed", row: `cycles ${change.id ?? "c"}` });
  });

  it("were removed, and no event of a year that was never opened counts", () => {
    expect(faultOfCycles([], told(opened("f")))).toEqual({ kind: "cycle_missing", row: "cycles c" });
    expect(
      faultOfCycles([], told(closed, filed(opened("f"), { cycleId: null }), filed(closed, { cycleId: null }))),
    ).toBeNull();
  });
});
