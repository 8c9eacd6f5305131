import { afterEach, describe, expect, it, vi } from "vitest";
import { callDirectly } from "./call-directly";
import { whyUnanswered } from "./send-until-answered";

function answerWith(body: string, status = 200, type = "application/json; charset=utf-8") {
  vi.stubGlobal("fetch", async () => new Response(body, { status, headers: { "Content-Type": type } }));
}

const whyFailed = () => callDirectly("submit", {}).then(() => "answered", whyUnanswered);

describe("callDirectly", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("gives what the server says, whatever its status", async () => {
    answerWith(`{"status":"done","result":{"revision":2}}`);
    expect(await callDirectly("submit", {})).toEqual({ status: "done", result: { revision: 2 } });
    const refused = { status: "refused", code: "wrong_state", message: "现在不能做", isStale: true };
    answerWith(JSON.stringify(refused), 409);
    expect(await callDirectly("submit", {})).toEqual(refused);
  });

  it("takes an outage and a lost line for no answer, so that the same is sent again", async () => {
    answerWith("", 503, "text/plain");
    expect(await whyFailed()).toBe("unreachable");
    answerWith("<h1>Bad gateway</h1>", 502, "text/html");
    expect(await whyFailed()).toBe("unreachable");
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await whyFailed()).toBe("unreachable");
  });

  it("takes a fault with its number for an answer", async () => {
    answerWith(`{"fault":"1a2b3c4d"}`, 500);
    await expect(callDirectly("submit", {})).rejects.toMatchObject({ digest: "1a2b3c4d" });
    expect(await whyFailed()).toBeNull();
  });

  it("knows a server of another build", async () => {
    answerWith("", 404, "text/plain");
    expect(await whyFailed()).toBe("outdated");
    answerWith(`{"status":"postponed"}`);
    expect(await whyFailed()).toBe("outdated");
  });
});
