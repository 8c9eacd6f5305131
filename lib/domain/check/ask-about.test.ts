import { describe, expect, it } from "vitest";
import { narrTable } from "@/lib/domain/check/narr-table";
import { type ClerkReport, LINHAI, QINGHE, subjectOfClerk } from "@/lib/domain/testing/clerk-reports";

const asked = (report: ClerkReport, sentence: string) =>
  narrTable
    .check(subjectOfClerk(report, sentence))
    .map(({ severity, expected, messageKey }) => [severity, expected, messageKey]);

describe("a number beside words that are only partly known", () => {
  it("is asked about where it is a slip away from what they may mean", () => {
    expect(asked(LINHAI, "复议48件。")).toEqual([["warning", "49", "text_may_differ"]]);
    expect(asked(LINHAI, "经会商予以公开182件。")).not.toEqual([]);
  });

  it.each([
    "复议49件。",
    "复议72件。",
    "区司法局审理行政复议案件48件。",
    "全区共有48个单位未收到申请。",
    "办理人大代表建议498件。",
  ])("is left alone: %s", (sentence) => {
    expect(asked(LINHAI, sentence)).toEqual([]);
  });
});

describe("applicants listed together", () => {
  it("are all of one row: one that fits only another is asked about", () => {
    expect(asked(QINGHE, "信息公开申请共77件，其中61件来自自然人，17件来自法人和其他组织。")).toEqual([
      ["warning", "16", "text_may_differ"],
    ]);
    expect(asked(QINGHE, "信息公开申请共77件，其中61件来自自然人，16件来自法人和其他组织。")).toEqual([]);
  });
});
