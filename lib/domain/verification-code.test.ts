import { describe, expect, it } from "vitest";
import { readVerificationCode } from "@/lib/domain/verification-code";

describe("readVerificationCode", () => {
  it.each([
    "7F3A 91C2 0D5E 4B68",
    "7f3a91c20d5e4b68",
    " 7F3A-91C2-0D5E-4B68\n",
    "７Ｆ３Ａ　９１Ｃ２　０Ｄ５Ｅ　４Ｂ６８",
  ])("reads %j as the one printed form", (typed) => {
    expect(readVerificationCode(typed)).toBe("7F3A 91C2 0D5E 4B68");
  });

  it.each(["", "7F3A 91C2 0D5E 4B6", "7F3A 91C2 0D5E 4B688", "7F3A 91C2 0D5E 4B6G", "' or 1=1 --"])(
    "refuses %j",
    (typed) => {
      expect(readVerificationCode(typed)).toBeNull();
    },
  );
});
