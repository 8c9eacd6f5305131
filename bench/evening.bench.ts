import { STORM_DISTRICTS } from "./storm/cases";
import { buildStormDistrict, type Clerk } from "./storm/district";
import { type LoadResult, openLoop, type Sent } from "./storm/load";
import * as requests from "./storm/requests";
import { type Storm, withStorm } from "./storm/run";

/** How long each of the two rates is held. */
const SECONDS = 120;
/** The search for the highest rate: begins with this many a second and goes up by a quarter while it is borne. */
const FIRST_RATE = 20;
const STEP = 1.25;
const STEP_SECONDS = 5;
const MOST_P99_MS = 150;
/** After the flood the first rate again, second by second. */
const CALM_SECONDS = 5;
/** One of so many requests submits a section, as long as there are any; the others save a cell. */
const SUBMIT_EACH = 10;

type Written = { clerk: Clerk; cellKey: string | null };

/**
 * The last evening at a fixed rate: the highest that is borne, twice that, and the first again. Every acknowledged save
 * and submit is looked for in the database afterwards. `BENCH_SECONDS` makes it shorter.
 */
export async function benchEvening(print: (line: string) => void): Promise<void> {
  const seconds = Number(process.env.BENCH_SECONDS ?? SECONDS);
  await withStorm(print, async (storm) => {
    const clerks: Clerk[] = [];
    for (let made = 0; made < STORM_DISTRICTS; made += 1) {
      clerks.push(...(await buildStormDistrict(storm.database, storm.secret)).clerks);
    }
    await storm.database.owner.query("vacuum analyze");
    const work = planWork(storm.app.origin, clerks);
    const load = { origin: storm.app.origin, next: work.next, isDone: requests.isCarriedOut, onDone: work.note };

    await openLoop(load, FIRST_RATE, STEP_SECONDS);
    let rate = FIRST_RATE;
    for (let tried = FIRST_RATE; ; tried = Math.ceil(tried * STEP)) {
      const result = await openLoop(load, tried, STEP_SECONDS);
      print(`search, ${tried}/s for ${STEP_SECONDS} s: ${tell(result)}`);
      if (p99(result) > MOST_P99_MS || result.refused.size > 0) break;
      rate = tried;
    }
    print(`${rate}/s for ${seconds} s: ${tell(await openLoop(load, rate, seconds))}`);
    print(`${rate * 2}/s for ${seconds} s: ${tell(await openLoop(load, rate * 2, seconds))}`);
    for (let second = 1; second <= CALM_SECONDS; second += 1) {
      print(`${rate}/s, second ${second} afterwards: ${tell(await openLoop(load, rate, 1))}`);
    }
    const { acknowledged } = work;
    print(`acknowledged: ${acknowledged.length}; missing: ${await countMissing(storm, acknowledged)}`);
  });
}

/** Each cell of each clerk is written once and each section submitted once, so that all of it can be looked for. */
function planWork(origin: string, clerks: readonly Clerk[]) {
  const toSubmit = clerks.values();
  const toSave = requests
    .cellsOf("requests")
    .flatMap((cellKey) => clerks.map((clerk) => ({ clerk, cellKey })))
    .values();
  const sent = new Map<Sent, Written>();
  const acknowledged: Written[] = [];
  const keep = (request: Sent, written: Written): Sent => {
    sent.set(request, written);
    return request;
  };
  return {
    acknowledged,
    note(request: Sent) {
      const written = sent.get(request);
      if (written) acknowledged.push(written);
    },
    next(index: number): Sent | null {
      const submitting = index % SUBMIT_EACH === 0 ? toSubmit.next().value : undefined;
      if (submitting) return keep(requests.submit(origin, submitting), { clerk: submitting, cellKey: null });
      const saving = toSave.next().value;
      if (!saving) return null;
      return keep(requests.saveCells(origin, saving.clerk, [saving.cellKey], 0), saving);
    },
  };
}

/** Of what was acknowledged, how much the database does not hold. */
async function countMissing({ database }: Storm, acknowledged: readonly Written[]): Promise<number> {
  const saved = acknowledged.filter(({ cellKey }) => cellKey !== null);
  const submitted = acknowledged.filter(({ cellKey }) => cellKey === null);
  const { rows } = await database.owner.query<{ missing: number }>(
    `select (select count(*) from unnest($1::uuid[], $2::text[]) as s(id, cell_key) where not exists (
        select from figures f where f.submission_id = s.id and f.cell_key = s.cell_key))::int
      + (select count(*) from unnest($3::uuid[]) as s(id) where not exists (
        select from versions v where v.submission_id = s.id))::int as missing`,
    [
      saved.map(({ clerk }) => clerk.requestsId),
      saved.map(({ cellKey }) => cellKey),
      submitted.map(({ clerk }) => clerk.litigation.id),
    ],
  );
  return rows[0]?.missing ?? acknowledged.length;
}

function p99({ times }: LoadResult): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.POSITIVE_INFINITY;
}

function tell(result: LoadResult): string {
  const sorted = result.times.toSorted((left, right) => left - right);
  const not = [...result.refused].map(([why, number]) => `${number} × ${why}`).join(", ");
  return (
    `${sorted.length} done, p50 ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms, ` +
    `p99 ${Math.round(p99(result))} ms${not === "" ? "" : `; not done: ${not}`}`
  );
}
