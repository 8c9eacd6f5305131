/** Returns the next moment each time, so that a history is in order. */
export type Clock = () => Date;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Asia/Shanghai has no summer time. */
const OFFSET = 8 * HOUR;

const OPENS = 9 * HOUR;
const CLOSES = 17.5 * HOUR;

/**
 * A clock of so many moments, `stepMs` apart in the office's hours, 9:00 to 17:30 on working days, of which the last lies
 * before `until`: nothing of a made-up history is to stand in the future.
 */
export function officeClock(until: Date, moments: number, stepMs: number): Clock {
  const times: number[] = [];
  let at = until.getTime() + OFFSET;
  while (times.length < moments) {
    const day = Math.floor(at / DAY) * DAY;
    const isWorkingDay = ![0, 6].includes(new Date(day).getUTCDay());
    if (!isWorkingDay || at - day < OPENS) at = day - DAY + CLOSES;
    else if (at - day > CLOSES) at = day + CLOSES;
    else {
      times.push(at - OFFSET);
      at -= stepMs;
    }
  }
  return () => {
    const next = times.pop();
    if (next === undefined) throw new Error(`the clock has no more than ${moments} moments`);
    return new Date(next);
  };
}

/** 24:00 in Asia/Shanghai of the day that lies `days` from `now`. */
export function endOfDay(now: Date, days: number): Date {
  return new Date((Math.floor((now.getTime() + OFFSET) / DAY) + days + 1) * DAY - OFFSET);
}
