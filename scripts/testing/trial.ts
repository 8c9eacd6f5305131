import { setTimeout as sleep } from "node:timers/promises";
import { Stop } from "../console-output";
import type { BusyClerks } from "./busy-clerks";
import { findLosses, type Losses } from "./kept-work";

/** What a trial has counted. */
export type Figures = Losses & {
  saves: number;
  moves: number;
  /** Requests that failed meanwhile, by what came instead of an answer. */
  failed: ReadonlyMap<string, number>;
};

export type Say = (line: string) => void;

/** A trial that this machine cannot run, with what is lacking for it. */
export class CannotRun extends Stop {}

/** Waits until clerks were told of so many more things that they are done. */
export async function untilWorkGoesOn({ progress }: BusyClerks, more = 1): Promise<void> {
  const before = progress();
  while (progress() < before + more) await sleep(20);
}

/** Waits until something is so; a condition that fails is not. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await Promise.resolve(holds()).catch(() => false))) await sleep(50);
}

/** Looks for everything that clerks were told of; they have finished. */
export async function countFigures(ownerUrl: string, { acknowledged, failed }: BusyClerks): Promise<Figures> {
  const losses = await findLosses(ownerUrl, acknowledged);
  return { ...losses, saves: acknowledged.saves.length, moves: acknowledged.moves.length, failed };
}

export function countLosses({ missing, doubled, contradicted }: Losses): number {
  return missing.length + doubled.length + contradicted.length;
}

/** Says what was counted, and gives whether nothing is lost. */
export function sayFigures(figures: Figures, say: Say): boolean {
  const { saves, moves, missing, doubled, contradicted, failed } = figures;
  for (const line of [...missing, ...doubled, ...contradicted]) say(`✗ ${line}`);
  say(
    `${saves} saves and ${moves} submits and withdrawals were acknowledged; ` +
      `${missing.length} missing, ${doubled.length} doubled, ${contradicted.length} contradicted`,
  );
  const total = [...failed.values()].reduce((sum, count) => sum + count, 0);
  say(`${total} requests failed meanwhile and were sent again`);
  for (const [line, count] of [...failed].sort(([, left], [, right]) => right - left)) say(`  ${count} × ${line}`);
  return countLosses(figures) === 0;
}
