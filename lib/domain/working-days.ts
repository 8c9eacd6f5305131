/** Days on which offices rest although they are no weekend, and weekends on which they work; ISO dates. */
type YearOfDays = {
  /** Where it is from; null where the State Council has not said it yet and only the law is known. */
  source: string | null;
  rests: readonly string[];
  works: readonly string[];
};

/** Every day from the first to the last of a month, as ISO dates. */
function days(year: number, month: number, first: number, last: number): string[] {
  const two = (part: number) => String(part).padStart(2, "0");
  return Array.from({ length: last - first + 1 }, (_, index) => `${year}-${two(month)}-${two(first + index)}`);
}

/**
 * The kept table. A year is added when the State Council's office has published it, in November of the year before; until
 * then it holds the days that the law names (全国年节及纪念日放假办法), and the administrator enters what is moved.
 */
const KNOWN_YEARS: Readonly<Record<number, YearOfDays>> = {
  2026: {
    source: "国办发明电〔2025〕7号",
    rests: [
      ...days(2026, 1, 1, 3),
      ...days(2026, 2, 15, 23),
      ...days(2026, 4, 4, 6),
      ...days(2026, 5, 1, 5),
      ...days(2026, 6, 19, 21),
      ...days(2026, 9, 25, 27),
      ...days(2026, 10, 1, 7),
    ],
    works: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
  2027: {
    source: null,
    rests: [
      "2027-01-01",
      ...days(2027, 2, 5, 8),
      "2027-04-05",
      ...days(2027, 5, 1, 2),
      "2027-06-09",
      "2027-09-15",
      ...days(2027, 10, 1, 3),
    ],
    works: [],
  },
};

/** A day that the administrator entered: it counts before the kept table. */
export type CalendarDay = { day: string; isWorking: boolean };

/** Where the kept table's days of a year are from; `law` where only the law is known, `none` where it has none. */
export function sourceOfYear(year: number): { notice: string } | "law" | "none" {
  const known = KNOWN_YEARS[year];
  if (!known) return "none";
  return known.source === null ? "law" : { notice: known.source };
}

/** Whether offices work on a day: as the administrator entered it, else as the kept table says, else Monday to Friday. */
export function isWorkingDay(day: string, entered: readonly CalendarDay[]): boolean {
  const enteredDay = entered.find((candidate) => candidate.day === day);
  if (enteredDay) return enteredDay.isWorking;
  const known = KNOWN_YEARS[Number(day.slice(0, 4))];
  if (known?.works.includes(day)) return true;
  if (known?.rests.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** A day some days later, or earlier by a negative number. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The day itself where offices work on it, else the last one before on which they do. */
export function workingDayUpTo(day: string, entered: readonly CalendarDay[]): string {
  let found = day;
  // No rest is longer than a month; a table that is wrong must not hang anything.
  for (let back = 0; back < 31 && !isWorkingDay(found, entered); back += 1) found = addDays(found, -1);
  return found;
}
