import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const KEY_BYTES = 32;
const ADDRESS = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})\.ics$/;

/** The last part of a calendar's address: which one it is, and a proof by the app's secret that we gave it out. */
export function calendarFileOf(feedId: string, appSecret: string): string {
  return `${feedId}.${proofOf(feedId, appSecret)}.ics`;
}

/** The calendar that an address names; null where we did not give it out. */
export function readCalendarFile(file: string, appSecret: string): string | null {
  const [, feedId = "", proof = ""] = ADDRESS.exec(file) ?? [];
  if (feedId === "") return null;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(feedId, appSecret))) ? feedId : null;
}

function proofOf(feedId: string, appSecret: string): string {
  const key = Buffer.from(hkdfSync("sha256", appSecret, "", "nianbao calendar", KEY_BYTES));
  return createHmac("sha256", key).update(feedId).digest("base64url");
}
