import { describe, expect, it } from "vitest";
import { cellHistoryOf } from "@/lib/domain/cell-history";
import type { DomainEvent, StoredEvent } from "@/lib/domain/events";

const CELL = "requests.granted.business";
const at = new Date("2020-01-06T01:00:00Z");

/** Events as they are listed, newest first; the last one given happened last. */
function newestFirst(...events: DomainEvent[]): StoredEvent[] {
  return events
    .map((event, index) => ({
      id: index + 1,
      at,
      actorId: null,
      actorName: `第${index + 1}人`,
      organisationId: "unit",
      cycleId: "cycle",
      submissionId: "submission",
      reportId: null,
      event,
    }))
    .toReversed();
}

const sectionId = "requests" as const;
const saved = (from: string | null, to: string | null, cellKey = CELL): DomainEvent => ({
  type: "figures_saved",
  data: { sectionId, changes: [{ cellKey, from, to }] },
});
const submitted = (version: number): DomainEvent => ({
  type: "section_submitted",
  data: { sectionId, version, receipt: "", isNil: false, hash: "", awaitsSignature: false, isLate: false },
});

describe("cellHistoryOf", () => {
  it("tells newest first who changed what, and in which version it was submitted", () => {
    const history = cellHistoryOf(
      newestFirst(saved(null, "1"), saved("1", "2"), submitted(1), saved("2", "3"), submitted(2), saved("3", "4")),
      CELL,
    );
    expect(history.map(({ by, from, to, version }) => [by, from, to, version])).toEqual([
      ["第6人", "3", "4", null],
      ["第4人", "2", "3", 2],
      ["第2人", "1", "2", 1],
      ["第1人", null, "1", null],
    ]);
  });

  it("gives a version to the change that it first held, not to changes before it", () => {
    const history = cellHistoryOf(newestFirst(saved(null, "1"), submitted(1), submitted(2)), CELL);
    expect(history.map(({ version }) => version)).toEqual([1]);
  });

  it("knows zeros that were not typed, and leaves other cells out", () => {
    const history = cellHistoryOf(
      newestFirst(
        saved(null, "9", "requests.granted.research"),
        { type: "section_declared_nil", data: { sectionId, changes: [{ cellKey: CELL, from: null, to: "0" }] } },
        { type: "nil_declaration_withdrawn", data: { sectionId, changes: [{ cellKey: CELL, from: "0", to: null }] } },
        { type: "blanks_counted_as_zero", data: { sectionId, changes: [{ cellKey: CELL, from: null, to: "0" }] } },
        submitted(1),
      ),
      CELL,
    );
    expect(history.map(({ how, to, version }) => [how, to, version])).toEqual([
      ["blanks_counted_as_zero", "0", 1],
      ["nil_declaration_withdrawn", null, null],
      ["section_declared_nil", "0", null],
    ]);
  });

  it("takes neither a change that changed nothing nor an event of another kind", () => {
    const other: DomainEvent = {
      type: "paragraph_saved",
      data: { sectionId, headingKey: "a", heading: "平台建设", characters: 3 },
    };
    const undone: DomainEvent = {
      type: "reopening_undone",
      data: { sectionId, version: 1, changes: [{ cellKey: CELL, from: "2", to: "1" }], texts: [] },
    };
    const history = cellHistoryOf(newestFirst(saved(null, "1"), saved("1", "1"), other, saved("1", "2"), undone), CELL);
    expect(history.map(({ how, from, to }) => [how, from, to])).toEqual([
      ["reopening_undone", "2", "1"],
      ["figures_saved", "1", "2"],
      ["figures_saved", null, "1"],
    ]);
  });
});
