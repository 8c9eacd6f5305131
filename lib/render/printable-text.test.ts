import { describe, expect, it } from "vitest";
import { sanitizeDocument, sanitizeText } from "@/lib/render/sanitize-text";

describe("printableText", () => {
  it("leaves ordinary text, rare characters and emoji alone", () => {
    const text = "《㛃堃喆玥》“#{}[]$” <b>&amp;</b> 2019年 −5% 𠮷 👨‍👩‍👧";
    expect(sanitizeText(text)).toBe(text);
  });

  it.each([
    ["a tab, a vertical tab and a form feed", "甲\t乙\u000b丙\u000c丁", "甲 乙 丙 丁"],
    ["line ends of every kind", "甲\r\n乙\n丙\u2028丁\u0085戊", "甲 乙 丙 丁 戊"],
    ["direction marks, which could turn 12 into 21", "共\u202e12\u202c件\u200f", "共12件"],
    ["a byte order mark and zero-width spaces", "\ufeff新\u200b收\u2060", "新收"],
    ["control characters", "甲\u0000\u0007\u001b乙\u007f\u0090", "甲□□□乙□□"],
    ["halves of surrogate pairs", "甲\ud83d乙\ude00", "甲□乙□"],
    ["noncharacters", "甲\uffff\ufdd0\u{1ffff}", "甲□□□"],
  ])("prints %s", (_what, text, printed) => {
    expect(sanitizeText(text)).toBe(printed);
  });

  it("reaches every text of a value and no key", () => {
    expect(sanitizeDocument({ a: ["x\u0007", { "k\u0007": "y\t" }], n: 1, z: null })).toEqual({
      a: ["x□", { "k\u0007": "y " }],
      n: 1,
      z: null,
    });
  });
});
