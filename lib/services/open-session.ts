import { randomUUID } from "node:crypto";
import { type Db, withActor, withScope } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { deleteOldSessions, insertSession, isSessionProvedTwice, type SessionKey } from "@/db/queries/sessions";
import type { Actor } from "@/lib/domain/access";
import type { Origin } from "@/lib/domain/guessing";
import type { SignInWay } from "@/lib/domain/identity";
import { sessionLimits } from "@/lib/domain/session";
import type { Identity } from "@/lib/services/sign-in";

/** By which way somebody proved who they are, where not by a password, and whether that counts as two factors. */
export type ProvedBy = { by?: SignInWay; isProvedTwice?: boolean };

/** Opens a session for somebody who has proved who they are, and tells it in the history. */
export async function openSession(
  db: Db,
  identity: Identity,
  from: Origin & { userAgent: string } & ProvedBy,
  now: Date,
): Promise<SessionKey> {
  const { districtId, userId, account, name, sessionEpoch: epoch } = identity;
  const { source, deviceId, userAgent, by, isProvedTwice = false } = from;
  const { endsAt, keptSince } = sessionLimits(now);
  const id = randomUUID();
  await withScope(db, { userId, scope: { districtId, units: [] } }, async (tx) => {
    await deleteOldSessions(tx, { districtId, userId, before: keptSince });
    await insertSession(tx, {
      districtId,
      id,
      userId,
      epoch,
      startedAt: now,
      endsAt,
      source,
      userAgent,
      isProvedTwice,
    });
    const event = {
      type: "signed_in" as const,
      data: { account, source, isKnownDevice: deviceId !== null, ...(by ? { by } : {}) },
    };
    await insertEvents(tx, { districtId, at: now, actor: { userId, name }, records: [{ event }] });
  });
  return { districtId, userId, sessionId: id };
}

/** How a session was opened counts for the one that takes its place when the password is changed. */
export async function loadProof(
  db: Db,
  actor: Actor,
  { sessionId }: { sessionId: string },
  _now: Date,
): Promise<Pick<ProvedBy, "isProvedTwice">> {
  const { districtId, userId } = actor;
  return {
    isProvedTwice: await withActor(db, actor, (tx) => isSessionProvedTwice(tx, { districtId, userId, sessionId })),
  };
}
