import { describe, expect, it } from "vitest";
import type { VersionContent } from "@/lib/domain/version";
import { isUnchanged, listChanges } from "@/lib/domain/version-changes";

const content: VersionContent = {
  sectionId: "overview",
  figures: { "indicators.training": "7" },
  paragraphs: { platform: "政务新媒体改版。" },
};
const last = { content, submittedAt: new Date("2020-01-06T09:00:00+08:00") };

describe("isUnchanged", () => {
  it("is what says the same as the version before", () => {
    expect(isUnchanged(last, content, [])).toBe(true);
    expect(isUnchanged(last, { ...content, figures: { "indicators.training": "8" } }, [])).toBe(false);
    expect(isUnchanged(last, { ...content, paragraphs: { platform: "" } }, [])).toBe(false);
  });

  it("is not what was explained since", () => {
    const [before, after] = ["2020-01-05T09:00:00+08:00", "2020-01-07T09:00:00+08:00"].map((at) => new Date(at));
    expect(before && isUnchanged(last, content, [{ createdAt: before }])).toBe(true);
    expect(after && isUnchanged(last, content, [{ createdAt: after }])).toBe(false);
  });
});

describe("listChanges", () => {
  it("names each cell and each text that differs", () => {
    const after = { ...content, figures: { "indicators.training": "8" }, paragraphs: { platform: "改版。" } };
    expect(listChanges(content, after)).toEqual([
      { key: "indicators.training", before: "7", after: "8" },
      { key: "paragraph:platform", before: "政务新媒体改版。", after: "改版。" },
    ]);
  });
});
