import { describe, expect, it } from "vitest";
import { guardFormula, unguardFormula } from "@/lib/domain/csv-text";

describe("guardFormula", () => {
  it.each(["=1+1", "＝1", " =1", "\t@SUM(A1)", "＋5件", "－5件", "-5件", "＠x", "+1", "'=1", "''＝1"])(
    "keeps %s a text, and gives it back",
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    },
  );

  it.each(["-5", "-1.5", "12", "", "'90年代", "五=5"])("leaves %s as it is", (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});
