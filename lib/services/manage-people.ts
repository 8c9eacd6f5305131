import type { Db } from "@/db/connect";
import { deleteCalendarFeed } from "@/db/queries/calendar-feeds";
import { deleteCode, updateCode } from "@/db/queries/credentials";
import { listRolesOfUser } from "@/db/queries/memberships";
import { deletePasskeys } from "@/db/queries/passkeys";
import { getUserForUpdate, updateUser } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type {
  ChangePersonInput,
  DeactivatePersonInput,
  IssueCodeInput,
  ReactivatePersonInput,
} from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { codeExpiry, newCode } from "@/lib/services/add-person";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { refuseVacancy } from "@/lib/services/change-roles";
import { endTokensOf } from "@/lib/services/end-token";
import { hashCode } from "@/lib/services/password";
import { normalCode } from "@/lib/services/set-password";

/** The slip with the one-time code; the code is null when the request is a repeated one, since it was shown before. */
export type IssuedCode = { account: string; name: string; code: string | null };

/**
 * Ends a person's access at once: every session of theirs is signed out. Their roles stay, for when they return.
 *
 * @throws Refusal not_permitted, own_account, not_found, wrong_state and what `refuseVacancy` refuses
 */
export async function deactivatePerson(db: Db, actor: Actor, input: DeactivatePersonInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      if (input.userId === actor.userId) throw new Refusal("own_account");
      await endAccount(tx, actor.districtId, input.userId, now, record);
    },
    withoutResult,
  );
}

/**
 * Deactivates within a transaction that is open already. What signs in without the code that a later reactivation gives,
 * passkeys and tokens, ends with the account.
 *
 * @throws Refusal not_found, wrong_state and what `refuseVacancy` refuses
 */
export async function endAccount(
  tx: Db,
  districtId: string,
  userId: string,
  now: Date,
  record: RecordEvent,
): Promise<void> {
  const user = await getUserForUpdate(tx, { districtId, id: userId });
  if (!user) throw new Refusal("not_found");
  if (user.deactivatedAt) throw new Refusal("wrong_state");
  await refuseVacancy(tx, districtId, await listRolesOfUser(tx, { districtId, userId, now }), now);
  await updateUser(tx, {
    districtId,
    id: userId,
    endsSessions: true,
    set: { deactivatedAt: now },
  });
  await deleteCode(tx, { districtId, userId });
  await deletePasskeys(tx, { districtId, userId });
  await deleteCalendarFeed(tx, { districtId, userId });
  await endTokensOf(tx, { districtId, userId, account: user.account }, now, record);
  await record({}, { type: "person_deactivated", data: { account: user.account, name: user.name } });
}

/**
 * Reactivates a person, with a new one-time code in place of the old password.
 *
 * @throws Refusal wrong_state, not_permitted, own_account and not_found
 */
export async function reactivatePerson(
  db: Db,
  actor: Actor,
  input: ReactivatePersonInput,
  now: Date,
): Promise<IssuedCode> {
  return giveCode(db, actor, input, now, async (tx, user, record) => {
    if (!user.deactivatedAt) throw new Refusal("wrong_state");
    await updateUser(tx, {
      districtId: actor.districtId,
      id: input.userId,
      endsSessions: false,
      set: { deactivatedAt: null },
    });
    await record({}, { type: "person_reactivated", data: { account: user.account, name: user.name } });
  });
}

/**
 * Gives a new one-time code; the password, the sessions and the tokens that there were end.
 *
 * @throws Refusal wrong_state, not_permitted, own_account and not_found
 */
export async function issueCode(db: Db, actor: Actor, input: IssueCodeInput, now: Date): Promise<IssuedCode> {
  return giveCode(db, actor, input, now, async (tx, user, record) => {
    if (user.deactivatedAt) throw new Refusal("wrong_state");
    const { districtId } = actor;
    await endTokensOf(tx, { districtId, userId: user.id, account: user.account }, now, record);
  });
}

/**
 * Corrects a person's name; what they did before keeps the name of its day.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function changePerson(db: Db, actor: Actor, input: ChangePersonInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const user = await getUserForUpdate(tx, { districtId: actor.districtId, id: input.userId });
      if (!user) throw new Refusal("not_found");
      if (user.name === input.name) return;
      await updateUser(tx, {
        districtId: actor.districtId,
        id: user.id,
        endsSessions: false,
        set: { name: input.name },
      });
      const { account, name: before } = user;
      await record({}, { type: "person_renamed", data: { account, name: input.name, before } });
    },
    withoutResult,
  );
}

type FoundUser = NonNullable<Awaited<ReturnType<typeof getUserForUpdate>>>;

async function giveCode(
  db: Db,
  actor: Actor,
  input: { requestId: string; userId: string },
  now: Date,
  before: (tx: Db, user: FoundUser, record: RecordEvent) => Promise<void>,
): Promise<IssuedCode> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  if (input.userId === actor.userId) throw new Refusal("own_account");
  const code = newCode();
  const codeHash = await hashCode(normalCode(code));
  let issued: IssuedCode = { account: "", name: "", code: null };
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const user = await getUserForUpdate(tx, { districtId: actor.districtId, id: input.userId });
      if (!user) throw new Refusal("not_found");
      await before(tx, user, record);
      await updateCode(tx, { districtId: actor.districtId, userId: user.id, codeHash, expiresAt: codeExpiry(now) });
      await record({}, { type: "sign_in_code_issued", data: { account: user.account } });
      issued = { account: user.account, name: user.name, code };
    },
    withoutResult,
  );
  return issued;
}
