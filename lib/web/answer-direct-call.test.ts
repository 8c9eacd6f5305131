import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerDirectCall, isDirectCall, type ReceivedCall, registerDirectCalls } from "@/lib/web/answer-direct-call";
import { requestScope } from "@/lib/web/request-scope";

describe("answerDirectCall", () => {
  const server: Server = createServer((request, response) => {
    const scope = { id: "number-1", isOutage: request.headers["x-test"] === "outage" };
    void requestScope().run(scope, () => answerDirectCall(request, response));
  });
  let origin = "";
  const calls: ReceivedCall[] = [];
  const post = (name: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api/section/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });
  afterAll(() => server.close());

  it("asks to come again as long as the app is not loaded", async () => {
    const answer = await post("save-figures", "{}");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
    registerDirectCalls(async (call) => {
      calls.push(call);
      if (call.name === "broken") throw new Error("a bug");
      if (call.name === "busy") return { result: { status: "refused" }, status: 503, retryAfterSeconds: 60 };
      return call.name === "save-figures" ? { result: { status: "done" }, status: 200 } : null;
    });
  });

  it("hands over what was sent and who sent it, and answers once, not to be kept", async () => {
    const answer = await post("save-figures", `{"a":"甲"}`, { cookie: "c=1", "accept-language": "en" });
    expect(calls.at(-1)).toEqual({ name: "save-figures", sent: { a: "甲" }, cookie: "c=1", languages: "en" });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ status: "done" });
  });

  it("reads nothing that another site's form could send", async () => {
    const before = calls.length;
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      expect((await post("save-figures", "{}", { "content-type": type })).status).toBe(415);
    }
    expect(calls.length).toBe(before);
  });

  it("refuses what is no JSON, too much, or unknown", async () => {
    const before = calls.length;
    expect((await post("save-figures", "{")).status).toBe(400);
    const large = await post("save-figures", JSON.stringify("x".repeat(1024 * 1024))).catch(() => null);
    expect(large?.status ?? 413).toBe(413);
    expect(calls.length).toBe(before);
    expect((await post("other", "{}")).status).toBe(404);
  });

  it("says when to come again, and of a bug only its number", async () => {
    const busy = await post("busy", "{}");
    expect([busy.status, busy.headers.get("retry-after"), await busy.json()]).toEqual([
      503,
      "60",
      { status: "refused" },
    ]);
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const broken = await post("broken", "{}");
    expect([broken.status, await broken.json()]).toEqual([500, { fault: "number-1" }]);
    expect(write).toHaveBeenCalledWith(expect.stringContaining("call broken"));
    const away = await post("broken", "{}", { "x-test": "outage" });
    expect([away.status, away.headers.get("retry-after"), await away.text()]).toEqual([503, "10", ""]);
    write.mockRestore();
  });

  it("is asked for by its address alone", () => {
    expect(isDirectCall({ method: "POST", url: "/api/section/submit" })).toBe(true);
    expect(isDirectCall({ method: "GET", url: "/api/section/submit" })).toBe(false);
    expect(isDirectCall({ method: "POST", url: "/api/sections" })).toBe(false);
  });
});
