import { z } from "zod";
import type { Db } from "@/db/connect";
import { updateUser } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { ChangeNoticesInput, ChangePersonEmailInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { changeAddress } from "@/lib/services/change-address";

/** A person sets the address, language and amount of their notifications. */
export async function changeNotices(db: Db, actor: Actor, input: ChangeNoticesInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { email, language, choice } = input;
      await changeAddress(tx, { actor, userId: actor.userId, email, now }, record);
      await updateUser(tx, {
        districtId: actor.districtId,
        id: actor.userId,
        endsSessions: false,
        set: { noticeLanguage: language, noticeChoice: choice },
      });
    },
    withoutResult,
  );
}

/**
 * An administrator enters a person's mail address; how much they are told stays their own choice. Says whether that
 * ended an invitation to the address before.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function changePersonEmail(
  db: Db,
  actor: Actor,
  input: ChangePersonEmailInput,
  now: Date,
): Promise<{ endsInvitation: boolean }> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      return changeAddress(tx, { actor, userId: input.userId, email: input.email, now }, record);
    },
    (kept) => z.object({ endsInvitation: z.boolean() }).parse(kept),
  );
}
