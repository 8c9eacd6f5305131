import type { Locale } from "./locale";

/** The clock is the office's, wherever the reader sits. */
export const TIME_ZONE = "Asia/Shanghai";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Parts = {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
  second: string;
  weekday: number;
};

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  "zh-CN": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** China has kept eight hours ahead of UTC all year since 1992. */
function partsOf(moment: Date): Parts {
  const local = new Date(moment.getTime() + 8 * HOUR_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: twoDigits(local.getUTCHours()),
    minute: twoDigits(local.getUTCMinutes()),
    second: twoDigits(local.getUTCSeconds()),
    weekday: local.getUTCDay(),
  };
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}

/** Counts the days of the office's calendar, so that "yesterday" ends at its midnight. */
function dayNumber({ year, month, day }: Parts): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** "1月16日" — or "2020年1月16日" where the year is not this one. */
export function formatDay(moment: Date, now: Date, locale: Locale): string {
  return dayOf(partsOf(moment), partsOf(now).year, locale);
}

/** "2020年2月18日": for what is printed and read in later years. */
export function formatFullDay(moment: Date, locale: Locale): string {
  return dayOf(partsOf(moment), null, locale);
}

function dayOf({ year, month, day }: Parts, thisYear: number | null, locale: Locale): string {
  if (locale === "en") return `${day} ${MONTHS[month - 1]}${year === thisYear ? "" : ` ${year}`}`;
  return `${year === thisYear ? "" : `${year}年`}${month}月${day}日`;
}

/** "1月16日 周四" */
export function formatDayAndWeekday(moment: Date, now: Date, locale: Locale): string {
  const weekday = WEEKDAYS[locale][partsOf(moment).weekday] ?? "";
  return locale === "en"
    ? `${weekday} ${formatDay(moment, now, locale)}`
    : `${formatDay(moment, now, locale)} ${weekday}`;
}

/**
 * "1月16日（周四）24:00". A deadline at midnight belongs to the day that ends there: nobody reads "17日 0:00" as
 * "until the end of the 16th".
 */
export function formatDeadline(due: Date, now: Date, locale: Locale): string {
  const { day, time } = lastDayOf(due);
  const weekday = WEEKDAYS[locale][partsOf(day).weekday] ?? "";
  const date = formatDay(day, now, locale);
  return locale === "en" ? `${weekday} ${date}, ${time}` : `${date}（${weekday}）${time}`;
}

/** "1月16日 周四": the last day on which a deadline is still kept. */
export function formatDueDay(due: Date, now: Date, locale: Locale): string {
  return formatDayAndWeekday(lastDayOf(due).day, now, locale);
}

/** "1月10日": the same without the weekday. */
export function formatShortDueDay(due: Date, now: Date, locale: Locale): string {
  return formatDay(lastDayOf(due).day, now, locale);
}

/** "2020-01-16": the same as a date field wants it. */
export function dueDayInput(due: Date): string {
  const { year, month, day } = partsOf(lastDayOf(due).day);
  return [year, twoDigits(month), twoDigits(day)].join("-");
}

/** A deadline a minute or less around midnight is the end of a day; its day is the one that ends. */
function lastDayOf(due: Date): { day: Date; time: string } {
  const { hour, minute } = partsOf(due);
  if (hour === "00" && minute === "00") return { day: new Date(due.getTime() - 1), time: "24:00" };
  if (hour === "23" && minute === "59") return { day: due, time: "24:00" };
  return { day: due, time: `${hour}:${minute}` };
}

/**
 * "今天 09:15", "昨天 10:20", "1月9日 15:30", "2018年1月9日 15:30": as near as a reader needs it.
 */
export function formatMoment(moment: Date, now: Date, locale: Locale): string {
  const parts = partsOf(moment);
  return `${nearDay(parts, partsOf(now), moment, now, locale)} ${parts.hour}:${parts.minute}`;
}

/** "今天", "昨天", "1月9日": the day alone. */
export function formatNearDay(moment: Date, now: Date, locale: Locale): string {
  return nearDay(partsOf(moment), partsOf(now), moment, now, locale);
}

function nearDay(parts: Parts, today: Parts, moment: Date, now: Date, locale: Locale): string {
  const days = dayNumber(today) - dayNumber(parts);
  if (days === 0) return locale === "en" ? "today" : "今天";
  if (days === 1) return locale === "en" ? "yesterday" : "昨天";
  return formatDay(moment, now, locale);
}

/** "1月13日 16:42:07": for receipts and the record, where the second counts. */
export function formatExactMoment(moment: Date, now: Date, locale: Locale): string {
  const { hour, minute, second } = partsOf(moment);
  return `${formatDay(moment, now, locale)} ${hour}:${minute}:${second}`;
}

/** "2020-01-13 16:42:07": in a list for a spreadsheet, which sorts it as text. */
export function formatRecordMoment(moment: Date): string {
  const { year, month, day } = partsOf(moment);
  return `${year}-${twoDigits(month)}-${twoDigits(day)} ${formatClock(moment)}`;
}

/** "14:06:32" */
export function formatClock(moment: Date): string {
  const { hour, minute, second } = partsOf(moment);
  return `${hour}:${minute}:${second}`;
}

/** Whole days of the calendar from now until a deadline's last day: 0 is today, negative is late. */
export function daysLeft(due: Date, now: Date): number {
  return dayNumber(partsOf(lastDayOf(due).day)) - dayNumber(partsOf(now));
}

/** "还有 2 天", "今天截止", "逾期 4 天" */
export function formatDaysLeft(due: Date, now: Date, locale: Locale): string {
  const days = daysLeft(due, now);
  const count = Math.abs(days);
  if (days === 0 && now.getTime() < due.getTime()) return locale === "en" ? "due today" : "今天截止";
  if (days >= 0 && now.getTime() < due.getTime()) {
    return locale === "en" ? `${count} ${count === 1 ? "day" : "days"} left` : `还有 ${count} 天`;
  }
  if (count === 0) return locale === "en" ? "late" : "已逾期";
  return locale === "en" ? `${count} ${count === 1 ? "day" : "days"} late` : `逾期 ${count} 天`;
}
