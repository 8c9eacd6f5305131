import { describe, expect, it } from "vitest";
import { isFromElsewhere, isReadableAddress, loggedPath, sourceOfRequest, trustedProxies } from "@/lib/web/front-door";

describe("sourceOfRequest", () => {
  const of = (remoteAddress: string, forwardedFor: string | undefined, proxies: string[] = []) =>
    sourceOfRequest({ remoteAddress, forwardedFor }, trustedProxies(proxies));

  it("ignores forwarded addresses where no proxy is trusted", () => {
    expect(of("203.0.113.9", "192.0.2.7")).toBe("203.0.113.9");
    expect(of("::ffff:203.0.113.9", "192.0.2.7")).toBe("203.0.113.9");
  });

  it("takes the address that a trusted proxy reports, and not what its client claims", () => {
    expect(of("10.0.0.5", "198.51.100.1, 192.0.2.7", ["10.0.0.5"])).toBe("192.0.2.7");
    expect(of("::ffff:10.0.0.5", "192.0.2.7", ["10.0.0.0/8"])).toBe("192.0.2.7");
    expect(of("10.0.0.5", "198.51.100.1, 192.0.2.7, 10.0.0.9", ["10.0.0.0/8"])).toBe("192.0.2.7");
    expect(of("2001:db8::1", "192.0.2.7", ["2001:db8::/32"])).toBe("192.0.2.7");
  });

  it("ignores forwarded addresses of other clients", () => {
    expect(of("203.0.113.9", "192.0.2.7", ["10.0.0.0/8"])).toBe("203.0.113.9");
  });

  it("stops at an invalid address, and at a proxy without a header", () => {
    expect(of("10.0.0.5", "nonsense", ["10.0.0.5"])).toBe("10.0.0.5");
    expect(of("10.0.0.5", undefined, ["10.0.0.5"])).toBe("10.0.0.5");
  });
});

describe("loggedPath", () => {
  it("has no query, and nothing of the address of a calendar", () => {
    expect(loggedPath("/desk/1?next=2")).toBe("/desk/1");
    expect(loggedPath("/calendar/0b9f0c61.secret.ics?x=1")).toBe("/calendar/…");
  });
});

describe("isReadableAddress", () => {
  it.each(["/", "/reports?q=%E5%8C%BA", "/reports?q=100%", "/a%2500b"])("takes %s", (url) => {
    expect(isReadableAddress(url)).toBe(true);
  });
  it.each(["/%00", "/reports?q=%00", "/reports/%E0%A4%A", "/%", "/a%ZZ", "/reports?q=a&b=c%00d"])(
    "turns away %s",
    (url) => {
      expect(isReadableAddress(url)).toBe(false);
    },
  );
});

describe("isFromElsewhere", () => {
  const post = (origin: string | undefined, host = "nianbao.example") =>
    isFromElsewhere({ method: "POST", origin, host });

  it("takes what our own pages and programs send", () => {
    expect(post("https://nianbao.example")).toBe(false);
    expect(post(undefined)).toBe(false);
    expect(isFromElsewhere({ method: "GET", origin: "https://elsewhere.example", host: "nianbao.example" })).toBe(
      false,
    );
  });
  it.each([
    "https://elsewhere.example",
    "https://nianbao.example.elsewhere.example",
    "http://nianbao.example:81",
    "null",
    "nonsense",
  ])("turns away what %s sends", (origin) => {
    expect(post(origin)).toBe(true);
  });
});
