import { describe, expect, it } from "vitest";
import { deviceOfUserAgent, sessionLimits } from "@/lib/domain/session";

describe("deviceOfUserAgent", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      { browser: "Edge", system: "Windows" },
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
      { browser: "Chrome", system: "Linux" },
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
      { browser: "Safari", system: "iOS" },
    ],
    ["Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", { browser: "Firefox", system: "Windows" }],
    ["curl/8.0", { browser: null, system: null }],
  ])("reads %s", (userAgent, device) => {
    expect(deviceOfUserAgent(userAgent)).toEqual(device);
  });
});

describe("sessionLimits", () => {
  it("ends a session at the end of the working day, and after two hours without a request", () => {
    const { endsAt, idleSince } = sessionLimits(new Date("2020-01-06T00:00:00Z"));
    expect([endsAt.toISOString(), idleSince.toISOString()]).toEqual([
      "2020-01-06T12:00:00.000Z",
      "2020-01-05T22:00:00.000Z",
    ]);
  });
});
