import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, withActor } from "@/db/connect";
import { updateCodes } from "@/db/queries/credentials";
import { insertAccountDeliveries } from "@/db/queries/deliveries";
import { insertInvitations } from "@/db/queries/invitations";
import { insertJobs } from "@/db/queries/jobs";
import { listPeople } from "@/db/queries/people";
import { getUserForUpdate } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import { invitationExpiry, listInvitable } from "@/lib/domain/invitation";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { endTokensOf } from "@/lib/services/end-token";
import { invitationTokenOf } from "@/lib/services/invitation-token";
import { hashCode } from "@/lib/services/password";

/** How an invitation is sent; `isMailSent` is false where no server for mail is named. */
export type InvitationChannel = { appSecret: string; isMailSent: boolean };
type Requested = InvitationChannel & { requestId: string };

/** An invitation that was drawn and is stored nowhere yet. */
export type DrawnInvitation = { id: string; userId: string; codeHash: string };

/**
 * Draws the invitation of somebody, before the transaction that stores it.
 *
 * @throws Refusal mail_not_set_up
 */
export async function drawInvitation(
  of: { districtId: string; userId: string },
  { appSecret, isMailSent }: InvitationChannel,
): Promise<DrawnInvitation> {
  if (!isMailSent) throw new Refusal("mail_not_set_up");
  const id = randomUUID();
  const { proof } = invitationTokenOf({ ...of, invitationId: id }, appSecret);
  return { id, userId: of.userId, codeHash: await hashCode(proof) };
}

/**
 * Invites one person by mail, in place of the code or password that they had; their sessions and tokens end.
 *
 * @throws Refusal not_permitted, own_account, mail_not_set_up, not_found, wrong_state, mail_address_missing
 */
export async function invitePerson(
  db: Db,
  actor: Actor,
  input: Requested & { userId: string },
  now: Date,
): Promise<void> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  if (input.userId === actor.userId) throw new Refusal("own_account");
  const { districtId } = actor;
  const drawn = await drawInvitation({ districtId, userId: input.userId }, input);
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const user = await getUserForUpdate(tx, { districtId, id: input.userId });
      if (!user) throw new Refusal("not_found");
      if (user.deactivatedAt) throw new Refusal("wrong_state");
      if (user.email === null) throw new Refusal("mail_address_missing");
      await endTokensOf(tx, { districtId, userId: user.id, account: user.account }, now, record);
      await storeInvitations(tx, { districtId, drawn: [{ ...drawn, account: user.account }], now }, record);
    },
    withoutResult,
  );
}

/**
 * Invites by mail whoever has no password yet and is not invited at present. Gives how many there were.
 *
 * @throws Refusal not_permitted, mail_not_set_up
 */
export async function inviteAll(db: Db, actor: Actor, input: Requested, now: Date): Promise<{ count: number }> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  if (!input.isMailSent) throw new Refusal("mail_not_set_up");
  const { districtId } = actor;
  const listed = await withActor(db, actor, (tx) => listInvited(tx, districtId, now));
  const drawn = new Map<string, DrawnInvitation>();
  for (const { id: userId } of listed) drawn.set(userId, await drawInvitation({ districtId, userId }, input));
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const stillInvited = await listInvited(tx, districtId, now);
      const rows = stillInvited.flatMap(({ id, account }) => {
        const invitation = drawn.get(id);
        return invitation ? [{ ...invitation, account }] : [];
      });
      await storeInvitations(tx, { districtId, drawn: rows, now }, record);
      return { count: rows.length };
    },
    (kept) => z.object({ count: z.number() }).parse(kept),
  );
}

/** Stores invitations within a transaction that is open already, and queues their mails. */
export async function storeInvitations(
  tx: Db,
  of: { districtId: string; drawn: readonly (DrawnInvitation & { account: string })[]; now: Date },
  record: RecordEvent,
): Promise<void> {
  const { districtId, drawn, now } = of;
  const expiresAt = invitationExpiry(now);
  await updateCodes(tx, { districtId, codes: drawn, expiresAt });
  await insertInvitations(
    tx,
    drawn.map(({ id, userId }) => ({ districtId, userId, id, madeAt: now, expiresAt })),
  );
  const deliveries = drawn.map(({ id: invitationId, userId }) => ({
    ...{ districtId, id: randomUUID(), userId, invitationId, madeAt: now },
    kind: "invitation" as const,
  }));
  await insertAccountDeliveries(tx, deliveries);
  await insertJobs(tx, {
    queue: "send-delivery",
    jobs: deliveries.map(({ id }) => ({ key: id, data: { districtId, id } })),
  });
  const until = expiresAt.toISOString();
  for (const { account } of drawn) await record({}, { type: "person_invited", data: { account, until } });
}

async function listInvited(tx: Db, districtId: string, now: Date): Promise<{ id: string; account: string }[]> {
  return listInvitable(await listPeople(tx, { districtId, now }), now).invited;
}
