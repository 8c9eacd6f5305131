import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { getCalendarFeed } from "@/db/queries/calendar-feeds";
import { listRolesOfUser } from "@/db/queries/memberships";
import { buildDistrict, buildPerson, buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { calendarFileOf, readCalendarFile } from "@/lib/services/calendar-address";
import { endCalendar, makeCalendar } from "@/lib/services/change-calendar";
import { endRole } from "@/lib/services/change-roles";
import { loadCalendar } from "@/lib/services/load-calendar";
import { deactivatePerson, reactivatePerson } from "@/lib/services/manage-people";

const SECRET = "a secret of the app that is long enough";

describe("a calendar of one's due dates", () => {
  test("has what is still with one's own units, and nothing of others", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const clerk = district.person("综合行政执法局填报人");
    await makeCalendar(db, clerk, request(), TEST_NOW);
    const feedId = (await withActor(db, clerk, (tx) => getCalendarFeed(tx, clerk))) ?? "";
    const calendar = await loadCalendar(db, { feedId }, TEST_NOW);
    expect(calendar?.actor.userId).toBe(clerk.userId);
    expect(calendar?.entries.length).toBeGreaterThan(0);
    expect(new Set(calendar?.entries.map(({ unitName }) => unitName))).toEqual(new Set(["综合行政执法局"]));

    const reviewer = district.person("工委管委办公室审核人");
    await makeCalendar(db, reviewer, request(), TEST_NOW);
    const others = (await withActor(db, reviewer, (tx) => getCalendarFeed(tx, reviewer))) ?? "";
    expect(await loadCalendar(db, { feedId: others }, TEST_NOW)).toMatchObject({ entries: [] });
  });

  test("ends when it is renewed, switched off, or the account ends, and does not come back with it", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    await buildPerson(db, admin, { name: "李强", organisationId, role: "submitter" });
    const feedOf = (actor: Actor) => withActor(db, actor, (tx) => getCalendarFeed(tx, actor));
    const isThere = async (feedId: string) => (await loadCalendar(db, { feedId }, TEST_NOW)) !== null;

    await makeCalendar(db, wang, request(), TEST_NOW);
    const first = (await feedOf(wang)) ?? "";
    await makeCalendar(db, wang, request(), TEST_NOW);
    const second = (await feedOf(wang)) ?? "";
    expect([await isThere(first), await isThere(second)]).toEqual([false, true]);
    expect(await feedOf(admin)).toBeNull();

    await endCalendar(db, wang, request(), TEST_NOW);
    expect(await isThere(second)).toBe(false);
    await expect(endCalendar(db, wang, request(), TEST_NOW)).rejects.toMatchObject({ code: "not_found" });

    await makeCalendar(db, wang, request(), TEST_NOW);
    const third = (await feedOf(wang)) ?? "";
    await deactivatePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    expect(await isThere(third)).toBe(false);
    await reactivatePerson(db, admin, { ...request(), userId: wang.userId }, TEST_NOW);
    expect(await isThere(third)).toBe(false);
  });

  test("follows the roles that are held at the moment it is read", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const clerk = district.person("综合行政执法局填报人");
    const admin = district.person("工委管委办公室管理员");
    await makeCalendar(db, clerk, request(), TEST_NOW);
    const feedId = (await withActor(db, clerk, (tx) => getCalendarFeed(tx, clerk))) ?? "";
    const organisationId = clerk.memberships[0]?.organisationId ?? "";
    await buildPerson(db, admin, { name: "李强", organisationId, role: "submitter" });
    const held = await withActor(db, admin, (tx) => listRolesOfUser(tx, { ...clerk, now: TEST_NOW }));
    for (const { id: membershipId } of held) await endRole(db, admin, { ...request(), membershipId }, TEST_NOW);
    expect(await loadCalendar(db, { feedId }, TEST_NOW)).toMatchObject({ entries: [] });
  });

  test("an address that we did not give out names nothing", () => {
    const feedId = "0b9f0c61-7f8e-4c62-9a3c-3a1d5f0f0c11";
    const file = calendarFileOf(feedId, SECRET);
    expect(readCalendarFile(file, SECRET)).toBe(feedId);
    expect(readCalendarFile(file, `${SECRET}!`)).toBeNull();
    expect(
      readCalendarFile(
        file.replace(/.\.ics$/, (end) => `${end[0] === "A" ? "B" : "A"}.ics`),
        SECRET,
      ),
    ).toBeNull();
    for (const other of ["", "x.ics", `${feedId}.ics`, `${feedId}..ics`])
      expect(readCalendarFile(other, SECRET)).toBeNull();
  });
});
