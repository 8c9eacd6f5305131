import { dateInShanghai } from "@/lib/domain/office-day";

/** One due date as calendar programs take it. */
export type CalendarEntry = {
  /** Stays the same as long as it is about the same thing, whatever changes. */
  uid: string;
  title: string;
  description: string;
  url: string;
  dueAt: Date;
  changedAt: Date;
};

const LONGEST_LINE_OCTETS = 75;
const DAY_MS = 86_400_000;

/** China has one time, without a change in summer. */
const ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Asia/Shanghai",
  "BEGIN:STANDARD",
  "DTSTART:19920101T000000",
  "TZOFFSETFROM:+0800",
  "TZOFFSETTO:+0800",
  "TZNAME:CST",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * A calendar as RFC 5545 has it. A due date at midnight is a whole day, the one that ends there; another one stands at its
 * time in Asia/Shanghai. The same entries give the same text.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Nianbao//Due dates//ZH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    "X-WR-TIMEZONE:Asia/Shanghai",
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    ...ZONE,
    ...entries.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function eventLines({ uid, title, description, url, dueAt, changedAt }: CalendarEntry): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${utcTime(changedAt)}`,
    ...timeLines(dueAt),
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function timeLines(dueAt: Date): string[] {
  const local = localTime(dueAt);
  if (!local.endsWith("T000000")) return [`DTSTART;TZID=Asia/Shanghai:${local}`, "DURATION:PT0S"];
  const day = (moment: Date) => dateInShanghai(moment).replaceAll("-", "");
  return [`DTSTART;VALUE=DATE:${day(new Date(dueAt.getTime() - DAY_MS))}`, `DTEND;VALUE=DATE:${day(dueAt)}`];
}

function utcTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Asia/Shanghai is eight hours ahead of UTC, all year. */
function localTime(moment: Date): string {
  return utcTime(new Date(moment.getTime() + 8 * 3_600_000)).slice(0, -1);
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, "\\n");
}

/** No line is longer than 75 octets; what goes on begins with a blank, and no character is cut in two. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LONGEST_LINE_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
