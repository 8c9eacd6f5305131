import { describe, expect, it } from "vitest";
import { openSealedText, sealText } from "@/lib/services/sealed-text";

const of = { appSecret: "s".repeat(32), purpose: "robots", place: "robot-1 address" };

describe("a sealed text", () => {
  it("opens with the same secret at its own place, and nowhere else", () => {
    const sealed = sealText("https://oapi.dingtalk.com/robot/send?access_token=密", of);
    expect(sealed).not.toContain("dingtalk");
    expect(openSealedText(sealed, of)).toBe("https://oapi.dingtalk.com/robot/send?access_token=密");
    expect(openSealedText(sealed, { ...of, appSecret: "t".repeat(32) })).toBeNull();
    expect(openSealedText(sealed, { ...of, place: "robot-2 address" })).toBeNull();
    expect(openSealedText(sealed, { ...of, purpose: "codes" })).toBeNull();
    expect(openSealedText(`${sealed.slice(0, -4)}AAAA`, of)).toBeNull();
    expect(openSealedText("", of)).toBeNull();
  });
});
