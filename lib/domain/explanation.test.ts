import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { isExplainable, sortByNeed, staleExplanationOf } from "@/lib/domain/explanation";

const outlier = (actual: string) =>
  newFinding({
    rule: "OUTLIER",
    severity: "warning",
    messageKey: "other_share_high",
    cells: ["requests.other.total"],
    actual,
  });
const carried = newFinding({
  rule: "CARRY-YEAR",
  severity: "error",
  messageKey: "carried_in_differs",
  cells: ["requests.carried_in.natural_person"],
  expected: "3",
  actual: "4",
});
const identity = newFinding({ rule: "REQ-IDENTITY", severity: "error", messageKey: "identity_short" });

describe("sortByNeed", () => {
  it("lets a reason stand for a warning and for a carried figure, never for arithmetic", () => {
    const all = [outlier("10"), carried, identity];
    const none = sortByNeed(all, new Set());
    expect([none.errors, none.warnings, none.explained]).toEqual([[carried, identity], [outlier("10")], []]);

    const explained = sortByNeed(all, new Set(all.map((finding) => finding.id)));
    expect([explained.errors, explained.warnings]).toEqual([[identity], []]);
    expect(explained.explained).toEqual([outlier("10"), carried]);
    expect(all.map(isExplainable)).toEqual([true, true, false]);
    expect(isExplainable({ severity: "error", rule: "NARR-YEAR" })).toBe(true);
  });

  it("lists notes by themselves, whatever was said of them", () => {
    const note = newFinding({ rule: "REGULATION-AUTHORITY", severity: "info", messageKey: "regulation_authority" });
    expect(sortByNeed([note], new Set([note.id]))).toEqual({ errors: [], warnings: [], explained: [], infos: [note] });
  });
});

describe("staleExplanationOf", () => {
  const stored = { findingId: outlier("10").id, body: "同一人申请", finding: outlier("10") };

  it("is the reason given for other values at the same place", () => {
    expect(staleExplanationOf(outlier("11"), [stored])).toEqual(stored);
  });

  it("is nothing where the reason speaks of the values that stand, or of another place", () => {
    expect(staleExplanationOf(outlier("10"), [stored])).toBeNull();
    expect(staleExplanationOf(carried, [stored])).toBeNull();
    expect(staleExplanationOf(outlier("11"), [{ ...stored, finding: null }])).toBeNull();
  });

  it("is the newest of several reasons", () => {
    const newer = { findingId: outlier("12").id, body: "又有一人申请", finding: outlier("12") };
    expect(staleExplanationOf(outlier("11"), [stored, newer])).toEqual(newer);
  });

  it.each<[string, Partial<Finding>]>([
    ["rule", { rule: "CARRY-YEAR" }],
    ["sentence", { messageKey: "changed_much" }],
    ["cell", { cells: ["requests.other.business"] }],
    ["section", { sectionId: "requests" }],
    ["heading", { text: { headingKey: "overview", start: 0, end: 3, quote: "本年度" } }],
  ])("is not a reason given for another %s", (_what, change) => {
    const other = { ...outlier("10"), ...change };
    expect(staleExplanationOf(outlier("11"), [{ ...stored, finding: other }])).toBeNull();
  });

  it("needs the same expectation only where the finding has no place of its own", () => {
    const expecting = (expected: string) => ({ ...outlier("11"), expected });
    expect(staleExplanationOf(expecting("3"), [{ ...stored, finding: expecting("4") }])).not.toBeNull();
    const text = { headingKey: "overview", start: 0, end: 3, quote: "本年度" };
    const inText = (expected: string) => ({ ...expecting(expected), cells: [], text });
    expect(staleExplanationOf(inText("3"), [{ ...stored, finding: inText("4") }])).not.toBeNull();
  });

  it("is nothing for arithmetic, which no reason may stand for", () => {
    const before = { findingId: "before", body: "四舍五入", finding: identity };
    expect(staleExplanationOf({ ...identity, id: "now" }, [before])).toBeNull();
  });

  it("is not the reason that another warning about the same section was given", () => {
    const missing = (aspect: string) =>
      newFinding({
        rule: "OVERVIEW-ASPECT-MISSING",
        severity: "warning",
        sectionId: "overview",
        messageKey: "aspect_missing",
        expected: aspect,
      });
    const reason = { findingId: missing("平台建设").id, body: "并入主动公开一节", finding: missing("平台建设") };
    expect(staleExplanationOf(missing("监督保障"), [reason])).toBeNull();
  });
});
