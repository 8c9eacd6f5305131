import { performance } from "node:perf_hooks";

export function medianOf(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

export async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * The medians of several works, after a round that only warms up. They take turns, so that whatever else the machine
 * does meets all of them alike and their ratios stay fair.
 */
export async function mediansInTurn(works: readonly (() => Promise<unknown>)[], runs: number): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [index, work] of works.entries()) {
      const time = await timeMs(work);
      if (run >= 0) times[index]?.push(time);
    }
  }
  return times.map(medianOf);
}

/** "2.40 ms, 1.20 × a bare SUM (2.00 ms; aim: 1.5)": a time beside the floor of the same run. */
export function against(time: number, floor: number, floorName: string, aim: number): string {
  return `${time.toFixed(2)} ms, ${(time / floor).toFixed(2)} × ${floorName} (${floor.toFixed(2)} ms; aim: ${aim})`;
}
