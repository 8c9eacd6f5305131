import type { Db } from "@/db/connect";
import { getUserForUpdate, updateUser } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { ChangeNoticesInput, ChangePersonEmailInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/** A person sets the address, language and amount of their notifications. */
export async function changeNotices(db: Db, actor: Actor, input: ChangeNoticesInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      const { email, language, choice } = input;
      await updateUser(tx, {
        districtId: actor.districtId,
        id: actor.userId,
        endsSessions: false,
        set: { email, noticeLanguage: language, noticeChoice: choice },
      });
    },
    withoutResult,
  );
}

/**
 * An administrator enters a person's mail address; how much they are told stays their own choice.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function changePersonEmail(db: Db, actor: Actor, input: ChangePersonEmailInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const user = await getUserForUpdate(tx, { districtId: actor.districtId, id: input.userId });
      if (!user) throw new Refusal("not_found");
      const { districtId } = actor;
      await updateUser(tx, { districtId, id: user.id, endsSessions: false, set: { email: input.email } });
    },
    withoutResult,
  );
}
