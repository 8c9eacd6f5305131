import { describe, expect, it } from "vitest";
import { decryptText, encryptText } from "@/lib/services/encrypted-text";

const of = { appSecret: "s".repeat(32), purpose: "robots", place: "robot-1 address" };

describe("a sealed text", () => {
  it("opens with the same secret at its own place, and nowhere else", () => {
    const sealed = encryptText("https://oapi.dingtalk.com/robot/send?access_token=密", of);
    expect(sealed).not.toContain("dingtalk");
    expect(decryptText(sealed, of)).toBe("https://oapi.dingtalk.com/robot/send?access_token=密");
    expect(decryptText(sealed, { ...of, appSecret: "t".repeat(32) })).toBeNull();
    expect(decryptText(sealed, { ...of, place: "robot-2 address" })).toBeNull();
    expect(decryptText(sealed, { ...of, purpose: "codes" })).toBeNull();
    expect(decryptText(`${sealed.slice(0, -4)}AAAA`, of)).toBeNull();
    expect(decryptText("", of)).toBeNull();
  });
});
