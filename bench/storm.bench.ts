import { performance } from "node:perf_hooks";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { signInAt } from "@/scripts/testing/app-client";
import { listDownloads, listFloors, listPages, listWrites, STORM_DISTRICTS } from "./storm/cases";
import { buildStormDistrict, type StormDistrict } from "./storm/district";
import { fetchText, type LoadResult } from "./storm/load";
import { appMemoryMb } from "./storm/processor-time";
import { costOf, measure, type Storm, tell, withStorm } from "./storm/run";

/** A whole office that comes to work at the same minute. */
const SIGN_INS = 60;

/**
 * The last evening, over HTTP as browsers do it: each request in a closed loop, and some at a fixed rate. Beside every
 * time on the clock stands what the app and the database worked for it, which says the same on a machine that is busy
 * with something else; the floors are an address, a page and an action of the same app with nothing in them.
 */
export async function benchStorm(print: (line: string) => void): Promise<void> {
  await withStorm(print, async (storm) => {
    const { app, database, secret } = storm;
    const districts: StormDistrict[] = [];
    while (districts.length < STORM_DISTRICTS) districts.push(await buildStormDistrict(database, secret));
    await database.owner.query("vacuum analyze");

    print(`memory of the app: ${appMemoryMb(app.pid)} MB`);
    await measureAll(storm, districts);
    print(`memory of the app afterwards: ${appMemoryMb(app.pid)} MB`);
  });
}

async function measureAll(storm: Storm, districts: readonly StormDistrict[]): Promise<void> {
  const { origin } = storm.app;
  const list = await fetchText(origin, "/reports", "");
  const report = list.match(/\/reports\/[0-9a-f-]{36}/)?.[0];
  if (report === undefined) throw new Error("there is no public report");
  const cases = [
    ...listFloors(origin),
    ...listPages(districts, report),
    ...listWrites(origin, districts),
    ...listDownloads(report),
  ];
  for (const stormCase of cases) await measure(storm, stormCase);
  await measureSignIn(storm);
}

/** People's passwords, whose hashing is bounded: more come at once than are let in. */
async function measureSignIn(storm: Storm): Promise<void> {
  const accounts = DEMONSTRATION_ACCOUNTS.map(({ account }) => account);
  const { result, cost } = await costOf(storm, async (): Promise<LoadResult> => {
    const [from, times, refused] = [performance.now(), [] as number[], new Map<string, number>()];
    const signIn = async (index: number): Promise<void> => {
      const begun = performance.now();
      await signInAt(storm.app.origin, accounts[index % accounts.length] ?? "", DEMONSTRATION_PASSWORD).then(
        () => times.push(performance.now() - begun),
        () => refused.set("busy", (refused.get("busy") ?? 0) + 1),
      );
    };
    await Promise.all(Array.from({ length: SIGN_INS }, (_, index) => signIn(index)));
    return { times, refused, seconds: (performance.now() - from) / 1000, sentBytes: 0, receivedBytes: 0 };
  });
  storm.print(`sign in, ${SIGN_INS} at once: ${tell(result, cost)}`);
}
