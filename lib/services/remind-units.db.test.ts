import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listLateUnits } from "@/db/queries/late-units";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { extendUnits } from "@/lib/services/extend-units";
import { remindUnits } from "@/lib/services/remind-units";

const DAY = 86_400_000;

describe("reminding", () => {
  test("tells each unit what is open, once a day", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const { organisationId } = await desk("finance").find("active");
    const remind = (now: Date) =>
      remindUnits(db, reviewer, { ...request(), cycleId, allLate: false, organisationIds: [organisationId] }, now);

    expect(await remind(TEST_NOW)).toEqual({ reminded: 1, alreadyToday: 0 });
    expect(await remind(new Date(TEST_NOW.getTime() + 60_000))).toEqual({ reminded: 0, alreadyToday: 1 });
    expect(await remind(new Date(TEST_NOW.getTime() + DAY))).toEqual({ reminded: 1, alreadyToday: 0 });

    const clerk = person("财政局填报人");
    const seen = await withActor(db, clerk, (tx) =>
      listEvents(tx, { scope: clerk.scope, filter: { types: ["unit_reminded"] }, limit: 10 }),
    );
    expect(seen.map(({ event }) => event)).toEqual([
      { type: "unit_reminded", data: { sections: ["overview", "active", "litigation"] } },
      { type: "unit_reminded", data: { sections: ["overview", "active", "litigation"] } },
    ]);
  });

  test("tells every unit that is late, and passes over those told today", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    const overdue = new Date((await desk("finance").find("overview")).dueAt.getTime() + 30 * DAY);
    const of = { scope: reviewer.scope, cycleId };
    const late = await withActor(db, reviewer, (tx) => listLateUnits(tx, { ...of, now: overdue }));
    const [first] = late;
    const remind = (organisationIds: string[], allLate: boolean) =>
      remindUnits(db, reviewer, { ...request(), cycleId, allLate, organisationIds }, overdue);

    expect(late.length).toBeGreaterThan(1);
    expect(await remind(first ? [first.organisationId] : [], false)).toEqual({ reminded: 1, alreadyToday: 0 });
    expect(await remind([], true)).toEqual({ reminded: late.length - 1, alreadyToday: 1 });
  });

  test("is for reviewers, and for units of the own district", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const { organisationId } = await desk("finance").find("active");
    const input = { ...request(), cycleId, allLate: false, organisationIds: [organisationId] };
    await expect(remindUnits(db, person("工委管委办公室统稿人"), input, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    const foreign = { ...request(), cycleId, allLate: false, organisationIds: [request().requestId] };
    await expect(remindUnits(db, person("工委管委办公室审核人"), foreign, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("happens once although two reviewers press at the same moment", async ({ committed }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(committed);
    const { organisationId } = await desk("finance").find("active");
    const results = await Promise.all(
      ["工委管委办公室审核人", "工委管委办公室第二审核人"].map((who) =>
        remindUnits(
          committed,
          person(who),
          { ...request(), cycleId, allLate: false, organisationIds: [organisationId] },
          TEST_NOW,
        ),
      ),
    );
    expect(results.map((result) => result.reminded).toSorted()).toEqual([0, 1]);
  });
});

describe("extending several units", () => {
  test("moves what is open and due before the new day, and leaves the rest", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const admin = person("工委管委办公室管理员");
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const before = await desk("finance").find("active");
    const overview = await desk("finance").find("overview");
    const dueAt = new Date(Math.max(before.dueAt.getTime(), TEST_NOW.getTime()) + DAY);
    const input = {
      ...request(),
      cycleId,
      organisationIds: [before.organisationId],
      dueAt,
      reason: "等待业务系统导出台账",
    };

    const expected = [before, overview, await desk("finance").find("litigation")].filter(
      (candidate) => candidate.dueAt < dueAt,
    );
    expect(await extendUnits(db, admin, input, TEST_NOW)).toEqual({ sections: expected.length });
    const after = await desk("finance").find("active");
    expect([after.dueAt, after.isExtended]).toEqual([dueAt, true]);
    const handedIn = await desk("finance").find("requests");
    expect(handedIn.isExtended).toBe(false);

    await expect(extendUnits(db, admin, { ...input, ...request() }, TEST_NOW)).rejects.toMatchObject({
      code: "due_date_not_later",
    });
    await expect(
      extendUnits(db, person("工委管委办公室审核人"), { ...input, ...request() }, TEST_NOW),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });
});
