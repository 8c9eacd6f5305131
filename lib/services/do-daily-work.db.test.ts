import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type Connection, connect, withScope } from "@/db/connect";
import { deleteExpiredLimits } from "@/db/queries/rate-limits";
import { listSeals } from "@/db/queries/seals";
import { rateLimits } from "@/db/schema";
import { openAppLogin } from "@/db/testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { expect, test } from "@/db/testing/test-db";
import { addRobot } from "@/lib/services/change-robots";
import { doDailyWork } from "@/lib/services/do-daily-work";
import { saveFigures } from "@/lib/services/save-figures";
import { enterCalendarDay } from "@/lib/services/set-reminder-plan";
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
    await doDailyWork(committed, { isMailSent: false }, at(0));
    expect(await seals(), "the days on which the district was opened").toHaveLength(1);

    const { id } = await desk("finance").find("requests");
    const change = { cellKey: "requests.received.natural_person", seen: null, value: "1" };
    await saveFigures(committed, person("财政局填报人"), { ...request(), submissionId: id, changes: [change] }, at(1));
    await doDailyWork(committed, { isMailSent: false }, at(14.9));
    expect(await seals(), "before midnight").toHaveLength(1);

    await Promise.all(Array.from({ length: 4 }, () => doDailyWork(committed, { isMailSent: false }, at(15))));
    expect((await seals()).map(({ number, eventCount }) => [number, eventCount])).toEqual([
      [1, expect.any(Number)],
      [2, 1],
    ]);
    await doDailyWork(committed, { isMailSent: false }, at(48));
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

describe("the message of the day", () => {
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

  it("holds what units are reminded of that morning, though the app was down in the night", async () => {
    const committed = connection.db;
    const { districtId, desk, person } = await buildOpenDistrict(committed);
    const admin = person("工委管委办公室管理员");
    const { submission } = await desk("finance").load("requests");
    const due = submission.dueAt.getTime() - 1;
    // Nine in the morning, a day before the last.
    const morning = new Date(Math.floor((due - 86_400_000 + 8 * 3_600_000) / 86_400_000) * 86_400_000 + 3_600_000);
    const day = new Date(morning.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await enterCalendarDay(committed, admin, { ...request(), day, kind: "work" }, TEST_NOW);
    const robotAddress = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6";
    const robot = { ...request(), name: "年报群", robotAddress, robotSecret: "", appSecret: "s".repeat(32) };
    await addRobot(committed, admin, robot, TEST_NOW);

    await doDailyWork(committed, { isMailSent: false }, morning);
    const everything = { userId: null, scope: { districtId, units: "all" as const } };
    const { rows } = await withScope(committed, everything, (tx) =>
      tx.execute<{ kind: string }>(
        sql`select distinct notices.kind from messages join notices
          on notices.district_id = messages.district_id and notices.id = messages.notice_id
          where messages.district_id = ${districtId} and messages.delivery_id is not null`,
      ),
    );
    expect(rows.map(({ kind }) => kind)).toContain("due_soon");
  });
});
