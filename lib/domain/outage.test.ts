import { describe, expect, it } from "vitest";
import { isDatabaseAway, refusalOfOutage, sqlStateOf } from "@/lib/domain/outage";
import { Refusal } from "@/lib/domain/refusal";

const failed = (code: string) =>
  new Error("Failed query: insert …", { cause: Object.assign(new Error("could not extend file"), { code }) });

describe("what the database cannot do", () => {
  it.each([
    ["53100", "storage_full"],
    ["25006", "storage_read_only"],
    ["57014", "database_busy"],
    ["55P03", "database_busy"],
    ["53300", "database_busy"],
  ])("is told in words: %s", (state, code) => {
    expect(refusalOfOutage(failed(state))?.code).toBe(code);
  });

  it("leaves refusals as they are, and bugs and lost connections to the log", () => {
    const refusal = new Refusal("not_found");
    expect(refusalOfOutage(refusal)).toBe(refusal);
    expect(refusalOfOutage(failed("23505"))).toBeNull();
    expect(refusalOfOutage(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toBeNull();
    expect(sqlStateOf("53100")).toBeNull();
  });
});

describe("a database that is away", () => {
  it.each(["ECONNREFUSED", "EPIPE", "57P01", "57P03", "08006", "53300", "25006"])("is known by %s", (code) => {
    expect(isDatabaseAway(failed(code))).toBe(true);
  });

  it("is known by the driver's words, which have no code", () => {
    expect(isDatabaseAway(new Error("x", { cause: new Error("Connection terminated unexpectedly") }))).toBe(true);
    expect(isDatabaseAway(new Error("x", { cause: new Error("Query read timeout") }))).toBe(true);
    expect(isDatabaseAway(new Error("timeout exceeded when trying to connect"))).toBe(true);
  });

  it("is not taken for one where something else is wrong", () => {
    expect(isDatabaseAway(failed("23505"))).toBe(false);
    expect(isDatabaseAway(new TypeError("x is not a function"))).toBe(false);
  });
});
