import { describe, expect, it } from "vitest";
import { isDatabaseAway, isOutage, refusalOfOutage, sqlStateOf } from "@/lib/domain/outage";
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

describe("isOutage", () => {
  it("holds of refusals that pass by themselves or when their cause is mended", () => {
    const codes = ["storage_full", "storage_read_only", "database_busy", "not_permitted", ""];
    expect(codes.map(isOutage)).toEqual([true, true, true, false, false]);
  });
});

describe("the state of an error", () => {
  it("is five capital letters or digits of the innermost error that has them", () => {
    const error = (code: unknown, cause?: unknown) => Object.assign(new Error("x", { cause }), { code });
    expect(sqlStateOf(error("ECONNRESET", error("53100")))).toBe("53100");
    expect(sqlStateOf(error(53100, error("57014")))).toBe("57014");
    expect([sqlStateOf(error("531000")), sqlStateOf(error("x53100")), sqlStateOf(error("5310a"))]).toEqual([
      null,
      null,
      null,
    ]);
    expect([sqlStateOf({ code: "53100" }), sqlStateOf(null)]).toEqual([null, null]);
  });
});
