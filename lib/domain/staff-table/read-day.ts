import { day } from "@/lib/domain/inputs/parts";

/** Day 0 of the numbers that spreadsheet programs keep dates as. */
const SERIAL_START = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/**
 * A day as offices write one: 2026-12-31, 2026/12/31, 2026.12.31, 2026年12月31日, with a time of midnight behind it, or the
 * number that a spreadsheet keeps it as. Null for anything else.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  if (/^\d{5}(?:\.0+)?$/.test(plain)) {
    const serial = Number(plain);
    return serial > 20_000 && serial < 80_000
      ? new Date(SERIAL_START + serial * DAY_MS).toISOString().slice(0, 10)
      : null;
  }
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+0?0:00(?::00(?:\.0+)?)?Z?)?$/.exec(
    plain,
  );
  if (!found) return null;
  const [, year = "", month = "", date = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return day.safeParse(iso).success ? iso : null;
}
