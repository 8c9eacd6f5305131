import { describe, expect, it } from "vitest";
import * as dates from "@/lib/i18n/dates";

/** 2020-01-14, 15:06:32 in Shanghai, a Tuesday. */
const now = new Date("2020-01-14T07:06:32Z");
const at = (text: string) => new Date(`${text}+08:00`);

describe("deadlines", () => {
  it("belong to the day that ends at their midnight", () => {
    expect(dates.formatDeadline(at("2020-01-17T00:00:00"), now, "zh-CN")).toBe("1月16日（周四）24:00");
    expect(dates.formatDeadline(at("2020-01-16T23:59:59"), now, "zh-CN")).toBe("1月16日（周四）24:00");
    expect(dates.formatDeadline(at("2020-01-16T17:30:00"), now, "zh-CN")).toBe("1月16日（周四）17:30");
    expect(dates.formatDeadline(at("2020-01-17T00:00:00"), now, "en")).toBe("Thu 16 Jan, 24:00");
    expect(dates.formatDueDay(at("2020-01-18T00:00:00"), now, "zh-CN")).toBe("1月17日 周五");
    expect(dates.formatRecordMoment(at("2020-02-01T09:05:07"))).toBe("2020-02-01 09:05:07");
    expect(dates.dueDayInput(at("2020-02-01T00:00:00"))).toBe("2020-01-31");
  });

  it("say the year when it is another one", () => {
    expect(dates.formatDeadline(at("2021-02-01T00:00:00"), now, "zh-CN")).toBe("2021年1月31日（周日）24:00");
    expect(dates.formatDay(at("2018-12-31T12:00:00"), now, "en")).toBe("31 Dec 2018");
  });

  it("count days of the calendar, not of 24 hours", () => {
    const due = at("2020-01-17T00:00:00");
    expect(dates.formatDaysLeft(due, now, "zh-CN")).toBe("还有 2 天");
    expect(dates.formatDaysLeft(due, at("2020-01-16T23:59:00"), "zh-CN")).toBe("今天截止");
    expect(dates.formatDaysLeft(due, at("2020-01-17T00:01:00"), "zh-CN")).toBe("逾期 1 天");
    expect(dates.formatDaysLeft(at("2020-01-14T12:00:00"), now, "zh-CN")).toBe("已逾期");
    expect(dates.formatDaysLeft(at("2020-01-11T00:00:00"), now, "zh-CN")).toBe("逾期 4 天");
    expect(dates.formatDaysLeft(due, at("2020-01-15T08:00:00"), "en")).toBe("1 day left");
    expect(dates.formatDaysLeft(at("2020-01-11T00:00:00"), now, "en")).toBe("4 days late");
  });
});

describe("moments", () => {
  it("are named by how near they are", () => {
    expect(dates.formatMoment(at("2020-01-14T00:00:00"), now, "zh-CN")).toBe("今天 00:00");
    expect(dates.formatMoment(at("2020-01-13T23:59:00"), now, "zh-CN")).toBe("昨天 23:59");
    expect(dates.formatMoment(at("2020-01-12T10:20:00"), now, "zh-CN")).toBe("1月12日 10:20");
    expect(dates.formatMoment(at("2019-12-31T10:20:00"), now, "zh-CN")).toBe("2019年12月31日 10:20");
    expect(dates.formatMoment(at("2020-01-13T10:20:00"), now, "en")).toBe("yesterday 10:20");
  });

  it("are on the office's clock, in whatever zone the process runs", () => {
    expect(dates.formatExactMoment(new Date("2020-01-13T16:30:05Z"), now, "zh-CN")).toBe("1月14日 00:30:05");
    expect(dates.formatClock(new Date("2020-01-13T16:30:05Z"))).toBe("00:30:05");
    expect(dates.formatDayAndWeekday(new Date("2020-01-13T16:30:05Z"), now, "zh-CN")).toBe("1月14日 周二");
    expect(dates.formatFullDay(new Date("2020-02-17T16:30:00Z"), "zh-CN")).toBe("2020年2月18日");
  });
});
