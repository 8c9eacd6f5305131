import { describe, expect, it } from "vitest";
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import { canonicalDecimal, cleanTyped, fitsType, readFigure, typedFigure } from "@/lib/domain/figure";

describe("readFigure", () => {
  it.each([
    ["0", { kind: "number", value: "0" }],
    ["17", { kind: "number", value: "17" }],
    ["-18", { kind: "number", value: "-18" }],
    ["1098.26", { kind: "number", value: "1098.26" }],
    ["7.0", { kind: "number", value: "7" }],
    ["-1098.26", { kind: "number", value: "-1098.26" }],
    [null, { kind: "blank" }],
    [undefined, { kind: "blank" }],
    ["", { kind: "blank" }],
    ["不适用", { kind: "not_applicable" }],
    ["n/a", { kind: "not_applicable" }],
    ["N/A", { kind: "not_applicable" }],
    ["07", { kind: "text", text: "07" }],
    ["第7", { kind: "text", text: "第7" }],
    ["1.", { kind: "text", text: "1." }],
    [".5", { kind: "text", text: ".5" }],
    ["1.12345678901", { kind: "text", text: "1.12345678901" }],
    ["1.1234567891", { kind: "number", value: "1.1234567891" }],
    ["7件", { kind: "text", text: "7件" }],
    ["7 1", { kind: "text", text: "7 1" }],
    ["７", { kind: "text", text: "７" }],
    ["240万元", { kind: "text", text: "240万元" }],
    ["-", { kind: "text", text: "-" }],
    ["/", { kind: "text", text: "/" }],
    ["1e3", { kind: "text", text: "1e3" }],
    ["0x10", { kind: "text", text: "0x10" }],
  ])("reads %j as it stands", (found, figure) => {
    expect(readFigure(found)).toEqual(figure);
  });

  it("keeps thirty digits exactly and takes more for text", () => {
    expect(readFigure("123456789012345678901234567890")).toEqual({
      kind: "number",
      value: "123456789012345678901234567890",
    });
    expect(readFigure("1234567890123456789012345678901").kind).toBe("text");
  });
});

describe("cleanTyped", () => {
  it.each([
    ["１２", "12"],
    ["　7 ", "7"],
    ["1,808,595", "1808595"],
    ["1，808，595", "1808595"],
    ["007", "7"],
    ["\u200b7\u2060", "7"],
    ["+5", "5"],
    ["−3", "-3"],
    ["－3", "-3"],
    ["﹣3", "-3"],
    ["＋5", "5"],
    ["１．５", "1.5"],
    ["1,808.50", "1808.5"],
    ["12,345,678", "12345678"],
    ["-1,808", "-1808"],
    ["+1,808", "1808"],
    ["1234,567", "1234,567"],
    ["1,2345", "1,2345"],
    ["约1,808", "约1,808"],
    ["1,808件", "1,808件"],
    ["-007", "-7"],
    ["0", "0"],
    ["0.50", "0.5"],
    ["5+", "5+"],
    ["7００", "700"],
    ["12x", "12x"],
    ["1,2", "1,2"],
    [" 7 件 ", "7 件"],
    ["2\n3", "2 3"],
    ["2\r\n\u20283\n", "2 3"],
  ])("%j becomes %j", (typed, kept) => {
    expect(cleanTyped(typed)).toBe(kept);
  });
});

describe("typedFigure", () => {
  it.each([
    ["", null],
    [" \u200b", null],
    ["０", "0"],
    ["7件", "7件"],
  ])("takes %j for %j", (typed, value) => {
    expect(typedFigure(typed)).toBe(value);
  });
});

describe("exact arithmetic", () => {
  it("adds what floating point cannot", () => {
    expect(addDecimals(["0.1", "0.2"])).toBe("0.3");
    expect([addDecimals([]), addDecimals(["12", "-15"]), addDecimals(["12", "0.5"])]).toEqual(["0", "-3", "12.5"]);
    expect(() => addDecimals(["1", "7件"])).toThrow("Invalid argument");
    expect(addDecimals(["99999999999999999999999999999999", "1"])).toBe("100000000000000000000000000000000");
  });

  it("keeps every digit of sums of amounts, far beyond what one cell may hold", () => {
    const amount = `${"9".repeat(30)}.${"9".repeat(10)}`;
    expect(addDecimals([amount, "0.0000000001"])).toBe(`1${"0".repeat(30)}`);
    expect(addDecimals(Array.from({ length: 1000 }, () => amount))).toBe(`${"9".repeat(33)}.9999999`);
    expect(subtractDecimals(`1${"0".repeat(30)}`, "0.0000000001")).toBe(amount);
  });

  it("subtracts, multiplies and compares exactly", () => {
    expect(subtractDecimals("0.3", "0.1")).toBe("0.2");
    expect(subtractDecimals("1", "3")).toBe("-2");
    expect(subtractDecimals("5", "5")).toBe("0");
    expect(multiplyDecimals("1098.26", "100")).toBe("109826");
    expect(multiplyDecimals("123456789012345678901234567890", "3")).toBe("370370367037037036703703703670");
    expect([compareDecimals("2", "10"), compareDecimals("10", "10.0"), compareDecimals("-1", "-2")]).toEqual([
      -1, 0, 1,
    ]);
    expect(compareDecimals("100000000000000000000000000001", "100000000000000000000000000000")).toBe(1);
  });

  it("writes a decimal in one way", () => {
    const written = { "007.50": "7.5", "-0": "0", "-0.0": "0", "12": "12", "-12": "-12", "1e3": "1000" };
    const shifted = {
      "1.25e1": "12.5",
      "12.5e-4": "0.00125",
      "-1.5E+2": "-150",
      "0.10": "0.1",
      "+7": "7",
      ".5": "0.5",
    };
    for (const [text, value] of Object.entries({ ...written, ...shifted })) expect(canonicalDecimal(text)).toBe(value);
    for (const text of ["", "-", ".", "7件", "1 2"]) expect(() => canonicalDecimal(text)).toThrow(RangeError);
  });

  it("divides half up and not by zero", () => {
    expect(divideDecimals("1", "8", 2)).toBe("0.13");
    expect(divideDecimals("1", "0", 2)).toBeNull();
  });

  it("lets only a change be negative and only an amount have decimals", () => {
    expect([fitsType("-1", "count"), fitsType("-1", "signed_count"), fitsType("-1", "amount")]).toEqual([
      false,
      true,
      false,
    ]);
    expect([fitsType("1.5", "count"), fitsType("1.5", "amount")]).toEqual([false, true]);
    expect([fitsType("-1.5", "signed_count"), fitsType("1.5", "signed_count")]).toEqual([false, false]);
    expect([fitsType("5", "count"), fitsType("5", "signed_count"), fitsType("0", "amount")]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
