import { Refusal } from "@/lib/domain/refusal";

type LineOptions = {
  /** How many works are done at the same time. */
  atOnce: number;
  /** How many more may wait, of all and of one sender. */
  places: number;
  placesOfOne: number;
  /** About how long one work takes. */
  workMs: number;
};

/** Runs work that is heavy for the machine; `from` says for whom it is. */
export type WaitingLine = <Result>(from: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Makes a line for heavy work: little of it at once, some that waits its turn, and the rest is refused with when to
 * come again. One sender never takes all the places, so that a flood does not keep the others out.
 *
 * @throws Refusal busy with `seconds`
 */
export function openLine({ atOnce, places, placesOfOne, workMs }: LineOptions): WaitingLine {
  const waiting: { from: string; begin: () => void }[] = [];
  let running = 0;

  const takeTurn = async (from: string): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return;
    }
    const own = waiting.filter((one) => one.from === from).length;
    if (waiting.length >= places || own >= placesOfOne) {
      throw new Refusal("busy", { seconds: Math.max(1, Math.ceil((waiting.length * workMs) / atOnce / 1000)) });
    }
    await new Promise<void>((resolve) => waiting.push({ from, begin: resolve }));
  };

  return async (from, work) => {
    await takeTurn(from);
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
