import type { LedgerRow } from "@/lib/domain/ledger/ledger-row";
import { addDays, type CalendarDay, isWorkingDay } from "@/lib/domain/working-days";

/** Working days within which a request is answered, and as many again where that was extended (《条例》第三十三条). */
export const ANSWER_DAYS = 20;

export type LateAnswer = {
  sheet: number;
  row: number;
  received: string;
  answered: string;
  days: number;
  allowed: number;
};

/** How many working days lie after one day up to another, that one included. */
export type CountWorkingDays = (after: string, upTo: string) => number;

/** Counts by the product's own calendar; days between the first and the last are looked up once. */
export function workingDaysBetween(first: string, last: string, entered: readonly CalendarDay[]): CountWorkingDays {
  const before = new Map<string, number>();
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, entered)) count += 1;
    before.set(day, count);
  }
  const upTo = (day: string) => before.get(day) ?? (day < first ? 0 : count);
  return (after, until) => Math.max(0, upTo(until) - upTo(after));
}

/**
 * The answers that came later than the law allows, the latest first. Time for corrections and for asking others does not
 * count by law and is in no ledger: what is listed is to be looked at, not wrong by itself.
 */
export function listLateAnswers(rows: readonly LedgerRow[], entered: readonly CalendarDay[]): LateAnswer[] {
  const answeredRows = rows.flatMap(({ sheet, row, received, answered, isExtended, fault }) =>
    fault === null && received !== null && answered !== null && received <= answered
      ? [{ sheet, row, received, answered, allowed: isExtended ? 2 * ANSWER_DAYS : ANSWER_DAYS }]
      : [],
  );
  const days = answeredRows.flatMap(({ received, answered }) => [received, answered]).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = workingDaysBetween(first, last, entered);
  return answeredRows
    .map((row) => ({ ...row, days: count(row.received, row.answered) }))
    .filter(({ days: taken, allowed }) => taken > allowed)
    .toSorted((left, right) => right.days - left.days || left.sheet - right.sheet || left.row - right.row);
}
