import { describe, expect, it } from "vitest";
import { arrangeEntries, type DeliveryEntry, isDeliveryDue, type Pending } from "@/lib/domain/delivery";

const at = (time: string) => new Date(`2027-01-${time}:00+08:00`);
const quiet = (time: string): Pending => ({ kind: "approved", at: at(time) });
const urgent = (time: string): Pending => ({ kind: "returned", at: at(time) });
const isDue = (pending: Pending[], now: string, more: { choice?: "at_once"; last?: string } = {}) =>
  isDeliveryDue(
    { pending, choice: more.choice ?? "daily", lastMadeAt: more.last === undefined ? null : at(more.last) },
    at(now),
  );

describe("isDeliveryDue", () => {
  it("keeps what is not urgent for the morning, in the office's time", () => {
    expect(isDue([quiet("10T21:00")], "11T07:59")).toBe(false);
    expect(isDue([quiet("10T21:00")], "11T08:00")).toBe(true);
  });

  it("sends one message a day: what comes after it waits for the next day", () => {
    expect(isDue([quiet("11T10:00")], "11T18:00", { last: "11T08:00" })).toBe(false);
    expect(isDue([quiet("11T10:00")], "12T08:00", { last: "11T08:00" })).toBe(true);
  });

  it("sends what is urgent at any hour once nothing more has come for five minutes, or has waited for fifteen", () => {
    expect(isDue([urgent("11T22:00")], "11T22:04", { last: "11T08:00" })).toBe(false);
    expect(isDue([urgent("11T22:00")], "11T22:05", { last: "11T08:00" })).toBe(true);
    const busy = ["00", "04", "08", "12"].map((minute) => urgent(`11T22:${minute}`));
    expect(isDue(busy.slice(0, 3), "11T22:12", { last: "11T08:00" })).toBe(false);
    expect(isDue(busy, "11T22:15", { last: "11T08:00" })).toBe(true);
  });

  it("sends everything like that to whoever wants it", () => {
    expect(isDue([quiet("11T22:00")], "11T22:05", { choice: "at_once", last: "11T08:00" })).toBe(true);
  });

  it("sends nothing where nothing waits", () => {
    expect(isDue([], "11T09:00")).toBe(false);
  });
});

describe("arrangeEntries", () => {
  it("puts first what must be acted on first, and within that the oldest", () => {
    const about = { year: 2019, unitName: null, sectionIds: [], dueAt: null, submissionId: null, reportId: null };
    const entry = (kind: DeliveryEntry["kind"], time: string): DeliveryEntry => ({ ...about, kind, at: at(time) });
    const arranged = arrangeEntries([
      entry("published", "11T08:00"),
      entry("approved", "11T09:00"),
      entry("returned", "11T10:00"),
      entry("due_soon", "11T07:00"),
      entry("returned", "11T08:30"),
      entry("overdue", "11T12:00"),
    ]);
    expect(arranged.map(({ kind, at: time }) => [kind, time])).toEqual([
      ["overdue", at("11T12:00")],
      ["returned", at("11T08:30")],
      ["returned", at("11T10:00")],
      ["due_soon", at("11T07:00")],
      ["approved", at("11T09:00")],
      ["published", at("11T08:00")],
    ]);
  });
});
