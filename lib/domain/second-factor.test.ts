import { describe, expect, it } from "vitest";
import { readSecondCode } from "@/lib/domain/second-factor";

describe("readSecondCode", () => {
  it.each([
    ["123 456", { kind: "device", code: "123456" }],
    ["１２３４５６", { kind: "device", code: "123456" }],
    ["abcd-efgh", { kind: "paper", code: "ABCDEFGH" }],
    ["12345", { kind: "paper", code: "12345" }],
    ["", { kind: "paper", code: "" }],
  ])("reads %s", (typed, read) => {
    expect(readSecondCode(typed)).toEqual(read);
  });
});
