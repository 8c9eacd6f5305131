import { describe, expect, it } from "vitest";
import { endOfDay, isHeld, lastDayOf, refusalOfTerm, roleGranted, startOfDay, termOf } from "@/lib/domain/role-term";

const NOW = new Date("2026-11-30T12:00:00+08:00");
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);

describe("a term of a role", () => {
  it("begins at once where no day is said or the day is today, and at the beginning of another day", () => {
    expect(termOf({}, NOW)).toEqual({ fromAt: NOW, untilAt: null });
    expect(termOf({ from: "2026-11-30" }, NOW).fromAt).toEqual(NOW);
    expect(termOf({ from: "2026-12-01" }, NOW).fromAt).toEqual(midnight("2026-12-01"));
    expect(termOf({ from: "2026-11-29" }, NOW).fromAt).toEqual(midnight("2026-11-29"));
  });

  it("ends with its last day, in the office's time", () => {
    expect(termOf({ until: "2026-12-31" }, NOW).untilAt).toEqual(midnight("2027-01-01"));
    expect(startOfDay("2026-12-31")).toEqual(midnight("2026-12-31"));
    expect(endOfDay("2026-12-31")).toEqual(midnight("2027-01-01"));
    expect(lastDayOf(midnight("2027-01-01"))).toBe("2026-12-31");
  });

  it("cannot be over already, or end before it begins", () => {
    const term = (fromAt: Date, untilAt: Date | null) => refusalOfTerm({ fromAt, untilAt }, NOW);
    expect(term(NOW, null)).toBeNull();
    expect(term(NOW, midnight("2026-12-01"))).toBeNull();
    expect(term(midnight("2026-11-01"), NOW)).toBe("ends_in_the_past");
    expect(term(midnight("2026-11-01"), midnight("2026-11-30"))).toBe("ends_in_the_past");
    expect(term(midnight("2027-01-01"), midnight("2026-12-31"))).toBe("ends_before_it_begins");
    expect(term(midnight("2027-01-01"), midnight("2027-01-01"))).toBe("ends_before_it_begins");
  });

  it("is held from its first moment up to its end, which is none of it", () => {
    const [before, after] = [midnight("2026-11-01"), midnight("2026-12-31")];
    expect(isHeld({ fromAt: before, untilAt: null }, NOW)).toBe(true);
    expect(isHeld({ fromAt: NOW, untilAt: after }, NOW)).toBe(true);
    expect(isHeld({ fromAt: before, untilAt: NOW }, NOW)).toBe(false);
    expect(isHeld({ fromAt: after, untilAt: null }, NOW)).toBe(false);
  });

  it("is told in the history only where it is not from now on and without an end", () => {
    const data = { account: "王芳", role: "submitter" } as const;
    const told = (fromAt: Date, untilAt: Date | null) => roleGranted(data, { fromAt, untilAt }, NOW);
    expect(told(NOW, null)).toEqual({ type: "role_granted", data });
    expect(told(midnight("2027-01-01"), midnight("2028-01-01"))).toEqual({
      type: "role_granted",
      data: { ...data, from: "2026-12-31T16:00:00.000Z", until: "2027-12-31T16:00:00.000Z" },
    });
  });
});
