import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { getQueuePlace } from "@/db/queries/review-queue";
import { buildOpenDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { findNextWaiting, loadQueue } from "@/lib/services/load-queue";

const HOUR = 3_600_000;
const UNITS = [
  ["finance", "财政局"],
  ["legal", "司法办"],
  ["hr", "人社局"],
] as const;

/** Three sections that were sent one after the other; the ids in the order of sending. */
async function buildQueue(db: Db) {
  const district = await buildOpenDistrict(db);
  const ids: string[] = [];
  for (const [index, [unit]] of UNITS.entries()) {
    const at = new Date(TEST_NOW.getTime() + index * HOUR);
    await district.desk(unit).fillFigures("requests", at);
    await district.desk(unit).submit("requests", at);
    ids.push((await district.desk(unit).find("requests")).id);
  }
  const reviewer = district.person("工委管委办公室审核人");
  const load = async (q = "", page = 1) => {
    const input = { chosenCycleId: district.cycleId, search: { q, page }, decidedId: null };
    const found = await loadQueue(db, reviewer, input, TEST_NOW);
    if (!found) throw new Error("the district has no year");
    return found;
  };
  const place = (id: string) =>
    withActor(db, reviewer, (tx) => getQueuePlace(tx, { scope: reviewer.scope, cycleId: district.cycleId, id }));
  return { ...district, reviewer, ids, load, place };
}

describe("the queue", () => {
  test("has what has waited longest first", async ({ db }) => {
    const { load, ids } = await buildQueue(db);
    const { queue, waiting, next } = await load();

    expect(queue.rows.map(({ id }) => id)).toEqual(ids);
    expect(queue).toMatchObject({ page: 1, pageCount: 1, total: ids.length });
    expect(waiting).toEqual({ total: ids.length, own: 0 });
    expect(next?.id).toBe(ids[0]);
  });

  test("finds what a unit sent, and still says how much waits", async ({ db }) => {
    const { load, ids, desk } = await buildQueue(db);
    const { unitName } = await desk("legal").find("requests");
    const { queue, waiting } = await load(unitName.slice(0, 2));

    expect(queue.rows.map(({ id }) => id)).toEqual([ids[1]]);
    expect(waiting.total).toBe(ids.length);
    expect((await load("没有这个单位")).queue).toMatchObject({ total: 0, rows: [] });
  });

  test("goes round: the first stands behind the last", async ({ db }) => {
    const { ids, place } = await buildQueue(db);
    const [first = "", second = "", last = ""] = ids;

    expect(await place(first)).toEqual({ position: 1, total: 3, previousId: last, nextId: second });
    expect(await place(last)).toEqual({ position: 3, total: 3, previousId: second, nextId: first });
  });

  test("leads from what is not waiting to the first that is", async ({ db }) => {
    const { ids, place, desk } = await buildQueue(db);
    const other = (await desk("finance").find("active")).id;

    expect(await place(other)).toEqual({ position: null, total: 3, previousId: null, nextId: ids[0] });
  });

  test("leads nowhere where nothing waits", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const { scope, ...reviewer } = person("工委管委办公室审核人");
    const { id } = await desk("finance").find("active");
    const place = await withActor(db, { ...reviewer, scope }, (tx) => getQueuePlace(tx, { scope, cycleId, id }));

    expect(place).toEqual({ position: null, total: 0, previousId: null, nextId: null });
  });

  test("goes on behind what was decided, and from the last to the first", async ({ db }) => {
    const { ids, reviewer } = await buildQueue(db);
    const [first = "", second = "", last = ""] = ids;
    const next = (submissionId: string) => findNextWaiting(db, reviewer, { submissionId }, TEST_NOW);

    expect([await next(first), await next(second), await next(last)]).toEqual([second, last, first]);
  });
});
