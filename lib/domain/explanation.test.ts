import { describe, expect, it } from "vitest";
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
