import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect, type Db, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { openAppLogin } from "@/db/testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { loadReminders } from "@/lib/services/load-reminders";
import { remindByPlan } from "@/lib/services/remind-by-plan";
import { enterCalendarDay, removeCalendarDay, setReminderPlan } from "@/lib/services/set-reminder-plan";

const DAY_MS = 86_400_000;

describe("reminding by itself", () => {
  let database: OwnDatabase;
  let connection: Connection;
  let db: Db;
  let district: WorkingDistrict;
  beforeAll(async () => {
    database = await createDatabase();
    connection = connect(await openAppLogin(database.ownerUrl), { max: 5 });
    db = connection.db;
    district = await buildOpenDistrict(db);
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const admin = () => district.person("工委管委办公室管理员");
  const everything = () => ({ userId: null, scope: { districtId: district.districtId, units: "all" as const } });

  /** How many units were told what, by kind. */
  async function told(dueAt: Date): Promise<Record<string, number>> {
    const { rows } = await withScope(db, everything(), (tx) =>
      tx.execute<{ kind: string; count: number }>(
        sql`select kind, count(*)::int as count from notices
          where kind in ('due_soon', 'overdue') and due_at = ${dueAt.toISOString()} group by kind`,
      ),
    );
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  }

  it("is once a day, however many processes ask, after the plan and the calendar that the office sets", async () => {
    const { submission } = await district.desk("finance").load("requests");
    const due = submission.dueAt.getTime();
    const day = (before: number) => new Date(due - before * DAY_MS - 3_600_000);
    const iso = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await setReminderPlan(db, admin(), { ...request(), daysBefore: [3], isOverdueDaily: true }, TEST_NOW);
    // Whatever day of the week these are, the office says that it works then.
    for (const before of [3, 4]) {
      await enterCalendarDay(db, admin(), { ...request(), day: iso(day(before)), kind: "work" }, TEST_NOW);
    }
    await remindByPlan(db, day(4));
    expect(await told(submission.dueAt)).toEqual({});
    await Promise.all(Array.from({ length: 4 }, () => remindByPlan(db, day(3))));
    const first = await told(submission.dueAt);
    expect(first.due_soon).toBeGreaterThanOrEqual(8);
    await remindByPlan(db, day(3));
    expect(await told(submission.dueAt)).toEqual(first);

    await enterCalendarDay(db, admin(), { ...request(), day: iso(day(-2)), kind: "rest" }, TEST_NOW);
    await remindByPlan(db, day(-2));
    expect((await told(submission.dueAt)).overdue).toBeUndefined();
    await enterCalendarDay(db, admin(), { ...request(), day: iso(day(-3)), kind: "work" }, TEST_NOW);
    await remindByPlan(db, day(-3));
    expect((await told(submission.dueAt)).overdue).toBeGreaterThanOrEqual(8);
  });

  it("is set by an administrator, who sees it again", async () => {
    await setReminderPlan(db, admin(), { ...request(), daysBefore: [10, 2], isOverdueDaily: false }, TEST_NOW);
    await enterCalendarDay(db, admin(), { ...request(), day: "2027-02-09", kind: "rest" }, TEST_NOW);
    const loaded = await loadReminders(db, admin(), {}, TEST_NOW);
    expect(loaded.plan).toEqual({ daysBefore: [10, 2], isOverdueDaily: false });
    expect(loaded.entered).toContainEqual({ day: "2027-02-09", isWorking: false });
    await removeCalendarDay(db, admin(), { ...request(), day: "2027-02-09" }, TEST_NOW);
    expect((await loadReminders(db, admin(), {}, TEST_NOW)).entered).not.toContainEqual(
      expect.objectContaining({ day: "2027-02-09" }),
    );
    const clerk = district.person("财政局填报人");
    const plan = { ...request(), daysBefore: [1], isOverdueDaily: true };
    await expect(setReminderPlan(db, clerk, plan, TEST_NOW)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(loadReminders(db, clerk, {}, TEST_NOW)).rejects.toMatchObject({ code: "not_permitted" });
  });
});
