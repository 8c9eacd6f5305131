import { describe, expect, it } from "vitest";
import { readVerificationMark } from "@/lib/domain/verification-code";

const HASH = "7f3a91c20d5e4b680123456789abcdef0123456789abcdef0123456789abcdef";

describe("readVerificationMark", () => {
  it.each([
    "7F3A 91C2 0D5E 4B68",
    "7f3a91c20d5e4b68",
    " 7F3A-91C2-0D5E-4B68\n",
    "７Ｆ３Ａ　９１Ｃ２　０Ｄ５Ｅ　４Ｂ６８",
  ])("reads %j as the one printed form", (typed) => {
    expect(readVerificationMark(typed)).toEqual({ code: "7F3A 91C2 0D5E 4B68", hash: null });
  });

  it.each([HASH, ` ${HASH.toUpperCase()}\n`])("reads the whole hash %j, which begins with the code", (typed) => {
    expect(readVerificationMark(typed)).toEqual({ code: "7F3A 91C2 0D5E 4B68", hash: HASH });
  });

  it.each(["", "7F3A 91C2 0D5E 4B6", "7F3A 91C2 0D5E 4B688", "7F3A 91C2 0D5E 4B6G", `${HASH}0`, "' or 1=1 --"])(
    "refuses %j",
    (typed) => {
      expect(readVerificationMark(typed)).toBeNull();
    },
  );
});
