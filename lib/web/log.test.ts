import { afterEach, describe, expect, it } from "vitest";
import { lineOf, setLogFormat } from "./log";
import { requestScope } from "./request-scope";

const AT = new Date("2026-11-30T08:00:00Z");

describe("a line of the log", () => {
  afterEach(() => setLogFormat("text"));

  it("is JSON with the request it belongs to, and the number that the page shows of a fault", () => {
    setLogFormat("json");
    const error = Object.assign(new Error("it broke", { cause: { code: "23505" } }), { digest: "123456" });
    const line = requestScope().run({ id: "ab12cd34" }, () =>
      lineOf({ time: AT, level: "error", message: "a page", fields: { status: 500 }, error }),
    );
    expect(line).not.toContain("\n");
    expect(JSON.parse(line)).toMatchObject({
      time: "2026-11-30T08:00:00.000Z",
      level: "error",
      message: "a page",
      request: "ab12cd34",
      status: 500,
      fault: "123456",
      error: { name: "Error", message: "it broke" },
    });
  });

  it("leaves out what libraries attach to their errors", () => {
    const error = Object.assign(new Error("connect ECONNREFUSED", { cause: { message: "deeper" } }), {
      code: "ECONNREFUSED",
      client: { password: "hush" },
    });
    const line = lineOf({ time: AT, level: "error", message: "jobs", fields: {}, error });
    expect(line).toContain("connect ECONNREFUSED");
    expect(line).toContain("[ECONNREFUSED]");
    expect(line).toContain("caused by Error: deeper");
    expect(line).not.toContain("hush");
  });

  it("tells nothing of a cause that is no error: an identity provider's answer holds codes and names", () => {
    const claims = { email: "wang@example.cn", nonce: "n" };
    const error = new Error("unexpected nonce", { cause: { expected: "e", claims } });
    const line = lineOf({ time: AT, level: "error", message: "sign-in", fields: {}, error });
    expect(line).toContain("unexpected nonce");
    expect(line).not.toContain("wang@example.cn");
    const parameters = new Error("wrong state", { cause: new URLSearchParams({ code: "secret-code" }) });
    expect(lineOf({ time: AT, level: "error", message: "sign-in", fields: {}, error: parameters })).not.toContain(
      "secret-code",
    );
  });

  it("is plain text unless JSON is configured", () => {
    const line = lineOf({ time: AT, level: "info", message: "GET /desk", fields: { status: 200, ms: 12 } });
    expect(line).toBe("2026-11-30T08:00:00.000Z info GET /desk status=200 ms=12");
  });
});
