import { Refusal } from "@/lib/domain/refusal";

type WorkLimiterOptions = {
  /** How many tasks run at the same time. */
  atOnce: number;
  /** How many more may wait, of all and of one sender; those who go first have as many places of their own. */
  places: number;
  placesOfOne: number;
  /** About how long one task takes. */
  workMs: number;
  /** The refusal of requests beyond the waiting ones. */
  refusal?: "busy" | "reader_busy";
};

/** Runs work that is heavy for the machine; `from` says for whom it is, `isFirst` that it goes before the others. */
export type WorkLimiter = <Result>(
  from: string,
  work: () => Promise<Result>,
  options?: { isFirst?: boolean },
) => Promise<Result>;

/**
 * Makes a line for heavy work: little of it at once, some that waits its turn, and the rest is refused with when to
 * come again. One sender never takes all the places, so that a flood does not keep the others out.
 *
 * @throws Refusal busy or reader_busy with `seconds`
 */
export function createWorkLimiter({
  atOnce,
  places,
  placesOfOne,
  workMs,
  refusal = "busy",
}: WorkLimiterOptions): WorkLimiter {
  const waiting: { from: string; isFirst: boolean; begin: () => void }[] = [];
  let running = 0;

  const takeTurn = async (from: string, isFirst: boolean): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return;
    }
    const alike = waiting.filter((other) => other.isFirst === isFirst);
    const ownPlaces = alike.filter((other) => other.from === from).length;
    const before = isFirst ? alike.length : waiting.length;
    if (alike.length >= places || ownPlaces >= placesOfOne) {
      throw new Refusal(refusal, { seconds: Math.max(1, Math.ceil((before * workMs) / atOnce / 1000)) });
    }
    await new Promise<void>((resolve) => waiting.splice(before, 0, { from, isFirst, begin: resolve }));
  };

  return async (from, work, { isFirst = false } = {}) => {
    await takeTurn(from, isFirst);
    try {
      return await work();
    } finally {
      // The place is handed on before it is free, so that nobody who comes now overtakes the line.
      const next = waiting.shift();
      if (next) next.begin();
      else running -= 1;
    }
  };
}
