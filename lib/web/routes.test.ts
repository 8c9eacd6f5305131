import { describe, expect, it } from "vitest";
import { safeNext } from "@/lib/web/routes";

describe("safeNext", () => {
  it.each(["/", "/desk", "/report/1?section=active&cell=a.b#figure", "/review?q=单位"])("goes to %s", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    null,
    undefined,
    "",
    "desk",
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\r\n/elsewhere.example",
    "/desk\\..\\..\\elsewhere",
    "javascript:alert(1)",
  ])("does not go to %j", (next) => {
    expect(safeNext(next)).toBe("/");
  });
});
