const DAY_MS = 86_400_000;
/** Asia/Shanghai is eight hours ahead of UTC, all year. */
const OFFSET_MS = 8 * 3_600_000;

/** 0:00 in Asia/Shanghai of the day that a moment lies in. */
export function startOfDayInShanghai(moment: Date): Date {
  const shifted = moment.getTime() + OFFSET_MS;
  return new Date(Math.floor(shifted / DAY_MS) * DAY_MS - OFFSET_MS);
}

/** The day it is for the office in Asia/Shanghai, as an ISO date such as 2020-01-20. */
export function dateInShanghai(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(moment);
}
