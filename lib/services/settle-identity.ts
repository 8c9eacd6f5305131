import { type Db, withActor } from "@/db/connect";
import {
  deleteIdentity,
  getIdentityForUpdate,
  listIdentities,
  listOwnIdentities,
  updateIdentitySettled,
} from "@/db/queries/identities";
import { getUserForUpdate, updateUser } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { ProvidedIdentity } from "@/lib/domain/identity";
import type { LinkIdentityInput, SettleIdentityInput } from "@/lib/domain/inputs/identity";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import type { NoInput } from "@/lib/services/no-input";
import { getProof, type ProvenAgain, proveAgain } from "@/lib/services/prove-again";

type Found = NonNullable<Awaited<ReturnType<typeof getIdentityForUpdate>>>;

/** Loads whom the identity provider knows: who waits, who is linked, who was refused. */
export async function loadIdentities(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<ProvidedIdentity[]> {
  return withActor(db, actor, (tx) => listIdentities(tx, actor));
}

/**
 * Links somebody who waits to a person here, as whom they are signed in from now on.
 *
 * @throws Refusal not_permitted, not_found, changed_meanwhile where they no longer wait, wrong_state where the person has left
 */
export async function linkIdentity(db: Db, actor: Actor, input: LinkIdentityInput, now: Date): Promise<void> {
  await settle(db, actor, input, now, async (tx, found, record) => {
    if (found.state !== "waiting") throw new Refusal("changed_meanwhile", { move: "unknown" });
    const { districtId } = actor;
    const user = await getUserForUpdate(tx, { districtId, id: input.userId });
    if (!user) throw new Refusal("not_found");
    if (user.deactivatedAt) throw new Refusal("wrong_state");
    await updateIdentitySettled(tx, { districtId, id: input.identityId, state: "linked", userId: user.id });
    await record({}, { type: "identity_linked", data: { account: user.account, claimed: found.account } });
  });
}

/**
 * Refuses somebody who waits: they are told so when they come again, and are no longer on the list.
 *
 * @throws Refusal not_permitted, not_found, changed_meanwhile where they no longer wait
 */
export async function refuseIdentity(db: Db, actor: Actor, input: SettleIdentityInput, now: Date): Promise<void> {
  await settle(db, actor, input, now, async (tx, found, record) => {
    if (found.state !== "waiting") throw new Refusal("changed_meanwhile", { move: "unknown" });
    const { districtId } = actor;
    await updateIdentitySettled(tx, { districtId, id: input.identityId, state: "refused", userId: null });
    await record({}, { type: "identity_refused", data: { claimed: found.account, name: found.name } });
  });
}

/**
 * Forgets a link or a refusal: whoever comes again waits anew.
 *
 * @throws Refusal not_permitted, not_found
 */
export async function removeIdentity(db: Db, actor: Actor, input: SettleIdentityInput, now: Date): Promise<void> {
  await settle(db, actor, input, now, async (tx, found, record) => {
    const { districtId } = actor;
    await deleteIdentity(tx, { districtId, id: input.identityId });
    // Whoever came by a link that was wrong does not stay signed in.
    if (found.userId !== null) await updateUser(tx, { districtId, id: found.userId, endsSessions: true, set: {} });
    await record({}, { type: "identity_removed", data: { claimed: found.account, name: found.name } });
  });
}

/** Loads by whom of single sign-on somebody is signed in themselves. */
export async function loadOwnIdentities(
  db: Db,
  actor: Actor,
  _input: NoInput,
  _now: Date,
): Promise<{ id: string; account: string; name: string }[]> {
  return withActor(db, actor, (tx) => listOwnIdentities(tx, actor));
}

/**
 * Ends somebody's own single sign-on: from then on they sign in by what they show here, a password or a second step. Whoever
 * has neither would be locked out.
 *
 * @throws Refusal last_way_in, not_found and what `proveAgain` refuses
 */
export async function removeOwnIdentity(
  db: Db,
  actor: Actor,
  input: Pick<SettleIdentityInput, "requestId" | "identityId"> & ProvenAgain,
  now: Date,
): Promise<void> {
  if ((await getProof(db, actor, now)) === "nothing") throw new Refusal("last_way_in");
  await proveAgain(db, actor, input, now);
  const { districtId, userId } = actor;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const own = (await listOwnIdentities(tx, { districtId, userId })).find(({ id }) => id === input.identityId);
      if (!own) throw new Refusal("not_found");
      await deleteIdentity(tx, { districtId, id: own.id });
      await record({}, { type: "identity_removed", data: { claimed: own.account, name: own.name } });
    },
    withoutResult,
  );
}

async function settle(
  db: Db,
  actor: Actor,
  input: SettleIdentityInput,
  now: Date,
  work: (tx: Db, found: Found, record: RecordEvent) => Promise<void>,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const found = await getIdentityForUpdate(tx, { districtId: actor.districtId, id: input.identityId });
      if (!found) throw new Refusal("not_found");
      await work(tx, found, record);
    },
    withoutResult,
  );
}
