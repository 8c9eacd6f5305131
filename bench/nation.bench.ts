import { performance } from "node:perf_hooks";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { signInAt } from "@/scripts/testing/app-client";
import { copyDistrict } from "./nation/copy-district";
import { buildYearsOfDistrict } from "./nation/district";
import { type Case, listDistrictCases } from "./storm/cases";
import { buildStormDistrict } from "./storm/district";
import type { LoadResult } from "./storm/load";
import { costOf, type Measured, measure, type Storm, withStorm } from "./storm/run";

const DISTRICTS = 3_000;
const SIGN_INS = 5;
const CONNECTIONS_OF_THE_OFFICE = 4;

/**
 * The same work in one district, first of two and then of three thousand: nothing may grow with the others. What is told is
 * the processor time of app and database, with its ratio; `BENCH_DISTRICTS` makes a smaller nation.
 */
export async function benchNation(print: (line: string) => void): Promise<void> {
  const districts = Number(process.env.BENCH_DISTRICTS ?? DISTRICTS);
  await withStorm(print, async (storm) => {
    const { database, secret } = storm;
    const copied = await buildYearsOfDistrict(database);
    const [before, after] = [await buildStormDistrict(database, secret), await buildStormDistrict(database, secret)];
    await database.owner.query("vacuum analyze");
    print("one district:");
    const few = await measureDistrict(storm, listDistrictCases(storm.app.origin, before, CONNECTIONS_OF_THE_OFFICE));

    const from = performance.now();
    await copyDistrict(database.owner, copied, districts - 1);
    const { rows } = await database.owner.query<{ size: string; figures: string }>(
      `select pg_size_pretty(pg_database_size(current_database())) as size,
        (select count(*) from version_figures)::text as figures`,
    );
    const seconds = Math.round((performance.now() - from) / 1000);
    print(`${districts} districts: ${rows[0]?.size}, ${rows[0]?.figures} figures of versions, made in ${seconds} s`);
    const many = await measureDistrict(storm, listDistrictCases(storm.app.origin, after, CONNECTIONS_OF_THE_OFFICE));
    for (const [name, cost] of many) {
      const floor = few.get(name) ?? 0;
      print(
        `${name}: ${cost.toFixed(1)} ms of processor, ${(cost / floor).toFixed(2)} × one district (${floor.toFixed(1)} ms; aim: 1.3)`,
      );
    }
  });
}

/** The processor time of app and database for each request, by name. */
async function measureDistrict(storm: Storm, cases: readonly Case[]): Promise<Map<string, number>> {
  const costs = new Map<string, number>();
  const keep = (name: string, { cost }: Measured) => costs.set(name, cost.appMs + cost.databaseMs);
  for (const one of cases) keep(one.name, await measure(storm, one));
  keep("sign in", await costOf(storm, () => signInOneByOne(storm)));
  return costs;
}

async function signInOneByOne({ app }: Storm): Promise<LoadResult> {
  const times: number[] = [];
  for (let index = 0; index < SIGN_INS; index += 1) {
    const from = performance.now();
    await signInAt(app.origin, DEMONSTRATION_ACCOUNTS[index]?.account ?? "", DEMONSTRATION_PASSWORD);
    times.push(performance.now() - from);
  }
  return { times, refused: new Map(), seconds: 0, sentBytes: 0, receivedBytes: 0 };
}
