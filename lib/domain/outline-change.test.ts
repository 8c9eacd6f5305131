import { describe, expect, it } from "vitest";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { unitsToldOfHeading } from "@/lib/domain/outline-change";

const heading: OutlineHeading = {
  key: "platform",
  sectionId: "overview",
  position: 4,
  level: 1,
  number: "（四）",
  title: "平台建设",
  owners: ["office", "finance"],
};

describe("unitsToldOfHeading", () => {
  it("are its writers when it is new, gone, or its words or note change", () => {
    for (const [before, after] of [
      [null, heading],
      [heading, null],
      [heading, { ...heading, title: "公开平台建设" }],
      [heading, { ...heading, help: "写网站和新媒体" }],
    ] as const) {
      expect(unitsToldOfHeading(before, after)).toEqual(["office", "finance"]);
    }
  });
  it("are those alone who join or leave where only the writers change", () => {
    expect(unitsToldOfHeading(heading, { ...heading, owners: ["office", "safety"] })).toEqual(["finance", "safety"]);
  });
  it("is nobody where only its place or the use of last year's text changes", () => {
    expect(unitsToldOfHeading(heading, { ...heading, position: 1, mayKeepText: true })).toEqual([]);
  });
});
