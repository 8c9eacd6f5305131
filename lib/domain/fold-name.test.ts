import { describe, expect, it } from "vitest";
import { foldName } from "@/lib/domain/fold-name";

describe("foldName", () => {
  it.each(["财政\u200B局", "财 政局", "财\u3000政局", "\uFEFF财政局", "财\u00AD政局", "财政局\uFE0F", " 财政局\t"])(
    "finds 财政局 in %j",
    (name) => {
      expect(foldName(name)).toBe("财政局");
    },
  );

  it("ignores width and case", () => {
    expect(foldName("管委会（筹）")).toBe(foldName("管委会(筹)"));
    expect(foldName("ＡＤＭＩＮ－１")).toBe(foldName("admin-1"));
  });

  it("keeps names apart that look different", () => {
    expect(foldName("财政局")).not.toBe(foldName("财政所"));
    expect(foldName("第一小学")).not.toBe(foldName("第二小学"));
  });

  it("folds a name of invisible characters to an empty one", () => {
    expect(foldName("\u200B\u2060 ")).toBe("");
  });
});
