import { afterAll, beforeAll, describe, it } from "vitest";
import { type Connection, connect, withScope } from "@/db/connect";
import { deleteExpiredLimits } from "@/db/queries/rate-limits";
import { listSeals } from "@/db/queries/seals";
import { rateLimits } from "@/db/schema";
import { openAppLogin } from "@/db/testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { expect, test } from "@/db/testing/test-db";
import { doDailyWork } from "@/lib/services/do-daily-work";
import { saveFigures } from "@/lib/services/save-figures";
import { verifyHistory } from "@/lib/services/verify-history";

/** TEST_NOW is nine in the morning in Shanghai. */
const at = (hours: number) => new Date(TEST_NOW.getTime() + hours * 3_600_000);

describe("sealing by itself", () => {
  /** Of its own: sealing goes through all districts, and would seal those of other tests. */
  let database: OwnDatabase;
  let connection: Connection;
  beforeAll(async () => {
    database = await createDatabase();
    connection = connect(await openAppLogin(database.ownerUrl), { max: 4 });
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  it("seals a day's events once the day is over, once, and not before", async () => {
    const committed = connection.db;
    const { districtId, desk, person } = await buildOpenDistrict(committed);
    const everything = { userId: null, scope: { districtId, units: "all" as const } };
    const seals = () => withScope(committed, everything, (tx) => listSeals(tx, { districtId }));
    await doDailyWork(committed, at(0));
    expect(await seals(), "the days on which the district was opened").toHaveLength(1);

    const { id } = await desk("finance").find("requests");
    const change = { cellKey: "requests.received.natural_person", seen: null, value: "1" };
    await saveFigures(committed, person("财政局填报人"), { ...request(), submissionId: id, changes: [change] }, at(1));
    await doDailyWork(committed, at(14.9));
    expect(await seals(), "before midnight").toHaveLength(1);

    await Promise.all(Array.from({ length: 4 }, () => doDailyWork(committed, at(15))));
    expect((await seals()).map(({ number, eventCount }) => [number, eventCount])).toEqual([
      [1, expect.any(Number)],
      [2, 1],
    ]);
    await doDailyWork(committed, at(48));
    expect(await seals(), "days without work").toHaveLength(2);
    const found = await withScope(committed, everything, (tx) => verifyHistory(tx, { districtId }));
    expect(found).toMatchObject({ isIntact: true, unsealed: 0 });
  });
});

describe("counters of attempts", () => {
  test("are removed when their time is over", async ({ db }) => {
    const now = new Date();
    const row = (key: string, ms: number) => ({ key, points: 1, expire: new Date(now.getTime() + ms) });
    await db.insert(rateLimits).values([row("test:past", -1), row("test:coming", 60_000)]);
    await deleteExpiredLimits(db, { now });
    const left = await db.select({ key: rateLimits.key }).from(rateLimits);
    expect(left.map(({ key }) => key)).toContain("test:coming");
    expect(left.map(({ key }) => key)).not.toContain("test:past");
  });
});
