import { describe, expect, it } from "vitest";
import { isCallResult } from "@/lib/domain/direct-call";

describe("isCallResult", () => {
  it.each(["done", "invalid", "refused", "signed_out"])("takes an answer that says %s", (status) => {
    expect(isCallResult({ status })).toBe(true);
  });

  it.each([null, undefined, "done", 7, {}, [], { status: "other" }, { status: null }, { state: "done" }])(
    "takes %j for another server's answer",
    (answer) => {
      expect(isCallResult(answer)).toBe(false);
    },
  );
});
