import { describe, expect, it } from "vitest";
import { beginsToWait, countersOf, sourceOfAddress, waitsOf } from "@/lib/domain/guessing";

const keysOf = (origin: { source: string; deviceId: string | null }, what: "password" | "code" = "password") =>
  countersOf({ what, account: "财政局填报人", origin }).map((counter) => counter.key);

describe("countersOf", () => {
  it("counts a device of the account's owner apart from everything that others can do", () => {
    const keys = keysOf({ source: "192.0.2.7", deviceId: "d1" });
    const stranger = keysOf({ source: "192.0.2.7", deviceId: null });
    expect(keys).toHaveLength(1);
    expect(stranger).not.toContain(keys[0]);
  });

  it("counts one source apart from another, and a code apart from a password", () => {
    const [here, spray] = keysOf({ source: "192.0.2.7", deviceId: null });
    expect(keysOf({ source: "192.0.2.8", deviceId: null })).not.toContain(here);
    expect(keysOf({ source: "192.0.2.8", deviceId: null })).not.toContain(spray);
    expect(keysOf({ source: "192.0.2.7", deviceId: null }, "code")).not.toContain(here);
  });

  it("counts what one source tries at all accounts, each account once", () => {
    const counters = countersOf({ what: "password", account: "a", origin: { source: "192.0.2.7", deviceId: null } });
    const spray = counters.filter((counter) => counter.countsAccounts);
    expect(spray.map((counter) => counter.name)).toEqual(["spray"]);
    const other = countersOf({ what: "password", account: "b", origin: { source: "192.0.2.7", deviceId: null } });
    expect(other.map((counter) => counter.key)).toContain(spray[0]?.key);
  });

  it("never waits longer than a quarter of an hour, and a minute on one's own device", () => {
    const longest = (deviceId: string | null) =>
      countersOf({ what: "password", account: "a", origin: { source: "192.0.2.7", deviceId } }).map(({ pace }) =>
        Math.max(...waitsOf(pace)),
      );
    expect(longest("d1")).toEqual([60]);
    expect(Math.max(...longest(null))).toBe(900);
  });
});

describe("the counters of a try", () => {
  const of = (account: string, source: string, deviceId: string | null) =>
    countersOf({ what: "password", account, origin: { source, deviceId } }).map(({ name, key }) => [name, key]);

  it("are those of device, or of source, spray and crowd, each named in its key with what it is of", () => {
    expect(of("Wang", "192.0.2.7", "d1")).toEqual([["device", "device\npassword\nwang\nd1"]]);
    expect(of("Wang", "192.0.2.7", null)).toEqual([
      ["source", "source\npassword\nwang\n192.0.2.7"],
      ["spray", "spray\npassword\n192.0.2.7"],
      ["crowd", "crowd\npassword\nwang"],
    ]);
  });

  it("are the same however the account's letters are written", () => {
    expect(of("WANG", "192.0.2.7", null)).toEqual(of("wang", "192.0.2.7", null));
  });
});

describe("waitsOf", () => {
  it("lets the first failures pass and then doubles the wait up to the longest", () => {
    const pace = { freeFailures: 3, firstWaitSeconds: 10, longestWaitSeconds: 60, forgetSeconds: 600 };
    expect(waitsOf(pace)).toEqual([0, 0, 10, 20, 40, 60]);
    expect(waitsOf({ ...pace, longestWaitSeconds: 40 })).toEqual([0, 0, 10, 20, 40]);
    expect([2, 3, 4].map((failures) => beginsToWait(pace, failures))).toEqual([false, true, false]);
  });
});

describe("sourceOfAddress", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["unknown", "unknown"],
    ["x::ffff:192.0.2.7", "x:0:0:0"],
    ["192.0.2.7%eth0", "192.0.2.7"],
    ["1::2:3:4:5:6", "1:0:0:2"],
    ["::2:3:4:5:6:7", "0:0:2:3"],
    ["2001:DB8:A:B::", "2001:db8:a:b"],
    ["0:0:0:0:0:0:0:1", "0:0:0:0"],
  ])("takes %s as %s", (address, source) => {
    expect(sourceOfAddress(address)).toBe(source);
  });
});
