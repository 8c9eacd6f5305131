import { describe, expect, it } from "vitest";
import { type CalendarEntry, calendarText } from "@/lib/domain/calendar-text";

const ENTRY: CalendarEntry = {
  uid: "section@nianbao",
  title: "三、收到和处理政府信息公开申请情况；财政局,2019年度",
  description: "第一行\n第二行 \\",
  url: "https://example.cn/desk/1",
  dueAt: new Date("2020-01-16T16:00:00Z"),
  changedAt: new Date("2020-01-06T01:00:00Z"),
};

const unfolded = (text: string) => text.replace(/\r\n /g, "").split("\r\n");

describe("calendarText", () => {
  it("ends each line with CRLF and folds it by octets, without cutting a character", () => {
    const text = calendarText("名".repeat(80), [{ ...ENTRY, title: "😀".repeat(40) }]);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(unfolded(text)).toContain(`SUMMARY:${"😀".repeat(40)}`);
  });

  it("escapes what divides values, and breaks of lines", () => {
    const lines = unfolded(calendarText("年报", [ENTRY]));
    expect(lines).toContain("SUMMARY:三、收到和处理政府信息公开申请情况；财政局\\,2019年度");
    expect(lines).toContain("DESCRIPTION:第一行\\n第二行 \\\\");
  });

  it("puts a deadline of midnight on the day that ends there, another one at its time in Asia/Shanghai", () => {
    const midnight = unfolded(calendarText("年报", [ENTRY]));
    expect(midnight).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20200116", "DTEND;VALUE=DATE:20200117"]));
    const timed = unfolded(calendarText("年报", [{ ...ENTRY, dueAt: new Date("2020-01-16T09:30:00Z") }]));
    expect(timed).toContain("DTSTART;TZID=Asia/Shanghai:20200116T173000");
    expect(timed).toContain("TZID:Asia/Shanghai");
  });

  it("is a whole calendar as RFC 5545 has it", () => {
    const entry = { ...ENTRY, title: "表三", description: "甲\r\n乙\r丙", dueAt: new Date("2020-01-16T09:30:00Z") };
    expect(calendarText("年报", [entry]).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Nianbao//Due dates//ZH",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:年报",
      "X-WR-TIMEZONE:Asia/Shanghai",
      "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
      "BEGIN:VTIMEZONE",
      "TZID:Asia/Shanghai",
      "BEGIN:STANDARD",
      "DTSTART:19920101T000000",
      "TZOFFSETFROM:+0800",
      "TZOFFSETTO:+0800",
      "TZNAME:CST",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:section@nianbao",
      "DTSTAMP:20200106T010000Z",
      "DTSTART;TZID=Asia/Shanghai:20200116T173000",
      "DURATION:PT0S",
      "SUMMARY:表三",
      "DESCRIPTION:甲\\n乙\\n丙",
      "URL:https://example.cn/desk/1",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("folds a line that is longer than seventy-five octets, and no line of just as many", () => {
    const linesOf = (length: number) => calendarText("n".repeat(length), []).split("\r\n").slice(5, 7);
    const full = 75 - "X-WR-CALNAME:".length;
    expect(linesOf(full)).toEqual([`X-WR-CALNAME:${"n".repeat(full)}`, "X-WR-TIMEZONE:Asia/Shanghai"]);
    expect(linesOf(full + 1)).toEqual([`X-WR-CALNAME:${"n".repeat(full)}`, " n"]);
  });

  it("gives the same text for the same entries", () => {
    expect(calendarText("年报", [ENTRY])).toBe(calendarText("年报", [{ ...ENTRY }]));
    expect(unfolded(calendarText("年报", [ENTRY]))).toEqual(
      expect.arrayContaining(["UID:section@nianbao", "DTSTAMP:20200106T010000Z"]),
    );
  });
});
