import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { getSessionActor, listOpenSessions, type SessionKey } from "@/db/queries/sessions";
import { buildDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { sessionLimits } from "@/lib/domain/session";
import { endOtherSessions, endSession } from "@/lib/services/end-sessions";
import { openSession } from "@/lib/services/open-session";
import { changePassword } from "@/lib/services/set-password";

const HERE = { source: "192.0.2.7", deviceId: null, userAgent: "Firefox/140.0 Windows" };
const afterHours = (hours: number) => new Date(TEST_NOW.getTime() + hours * 3_600_000);

function open(db: Db, { districtId, userId, account, name }: Actor, now = TEST_NOW): Promise<SessionKey> {
  return openSession(db, { districtId, userId, account, name, sessionEpoch: 1 }, HERE, now);
}

const use = (db: Db, key: SessionKey, now: Date): Promise<Actor | null> =>
  getSessionActor(db, { ...key, ...sessionLimits(now), now });

describe("a session", () => {
  test("is its person's until it is ended on the server, whoever still holds the cookie", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const [here, there] = [await open(db, admin), await open(db, admin)];
    expect(await use(db, here, afterHours(1))).toMatchObject({ userId: admin.userId });
    await endSession(db, admin, here, afterHours(1));
    expect(await use(db, here, afterHours(1))).toBeNull();
    expect(await use(db, there, afterHours(1))).toMatchObject({ userId: admin.userId });
  });

  test("ends after two hours without a request and after twelve in any case", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const idle = await open(db, admin);
    expect(await use(db, idle, afterHours(2.01))).toBeNull();
    const busy = await open(db, admin);
    for (let hour = 1; hour < 12; hour += 1) expect(await use(db, busy, afterHours(hour))).not.toBeNull();
    expect(await use(db, busy, afterHours(12))).toBeNull();
  });

  test("is listed for its person alone, who ends all others at once", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const stranger = (await buildDistrict(db)).admin;
    const [here, there] = [await open(db, admin), await open(db, admin)];
    const foreign = await open(db, stranger);
    const list = (actor: Actor) =>
      withActor(db, actor, (tx) => {
        const { districtId, userId } = actor;
        return listOpenSessions(tx, { districtId, userId, now: TEST_NOW, ...sessionLimits(TEST_NOW) });
      });
    expect((await list(admin)).map(({ id }) => id).toSorted()).toEqual([here.sessionId, there.sessionId].toSorted());

    expect(await endOtherSessions(db, admin, here, afterHours(1))).toBe(1);
    expect(await use(db, there, afterHours(1))).toBeNull();
    expect(await use(db, here, afterHours(1))).not.toBeNull();
    expect(await use(db, foreign, afterHours(1))).not.toBeNull();
    await endSession(db, stranger, here, afterHours(1));
    expect(await use(db, here, afterHours(1))).not.toBeNull();
  });

  test("ends with every other one when the password is changed", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const there = await open(committed, admin);
    const input = { current: "correct horse battery", password: "three short words" };
    const origin = { source: randomUUID(), deviceId: null };
    const identity = await changePassword(committed, admin, { ...input, origin }, TEST_NOW);
    const here = await openSession(committed, identity, HERE, TEST_NOW);
    expect(await use(committed, there, TEST_NOW)).toBeNull();
    expect(await use(committed, here, TEST_NOW)).not.toBeNull();
  });

  test("is told in the history when it begins and ends", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const [here] = [await open(db, admin), await open(db, admin)];
    await endOtherSessions(db, admin, here, TEST_NOW);
    await endSession(db, admin, here, TEST_NOW);
    const stored = await withActor(db, admin, (tx) => listEvents(tx, { scope: admin.scope, filter: {}, limit: 4 }));
    const from = { account: admin.account, source: HERE.source, isKnownDevice: false };
    expect(stored.map(({ event }) => event)).toEqual([
      { type: "signed_out", data: { account: admin.account } },
      { type: "sessions_ended", data: { account: admin.account, sessions: 1 } },
      { type: "signed_in", data: from },
      { type: "signed_in", data: from },
    ]);
    expect(stored.every(({ actorId }) => actorId === admin.userId)).toBe(true);
  });

  test("cannot be made longer, or anybody else's, by the app", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const { sessionId } = await open(db, admin);
    for (const column of ["ends_at", "seen_at", "user_id", "epoch"]) {
      const change = withActor(db, admin, (tx) =>
        tx.execute(
          sql`update sessions set ${sql.identifier(column)} = ${sql.identifier(column)} where id = ${sessionId}`,
        ),
      );
      await expect(change, column).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});
