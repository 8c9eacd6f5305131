import { type Db, withActor } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { updateSessionsEnded } from "@/db/queries/sessions";
import type { Actor } from "@/lib/domain/access";

type SessionOfActor = { sessionId: string };

/** Signs a person out: ends the session on the server, so that its cookie is worthless. */
export async function endSession(db: Db, actor: Actor, { sessionId }: SessionOfActor, now: Date): Promise<void> {
  const { districtId, userId, account } = actor;
  await withActor(db, actor, async (tx) => {
    const ended = await updateSessionsEnded(tx, { districtId, userId, now, which: { only: sessionId } });
    if (ended === 0) return;
    const event = { type: "signed_out" as const, data: { account } };
    await insertEvents(tx, { districtId, at: now, actor, records: [{ event }] });
  });
}

/** Ends all sessions of a person but the one they ask from. Says how many there were. */
export async function endOtherSessions(
  db: Db,
  actor: Actor,
  { sessionId }: SessionOfActor,
  now: Date,
): Promise<number> {
  const { districtId, userId, account } = actor;
  return withActor(db, actor, async (tx) => {
    const sessions = await updateSessionsEnded(tx, { districtId, userId, now, which: { allBut: sessionId } });
    if (sessions === 0) return 0;
    const event = { type: "sessions_ended" as const, data: { account, sessions } };
    await insertEvents(tx, { districtId, at: now, actor, records: [{ event }] });
    return sessions;
  });
}
