import type { Db } from "@/db/connect";
import { deleteUser, getUserForUpdate, hasActed } from "@/db/queries/users";
import { type Actor, may } from "@/lib/domain/access";
import type { RemovePersonInput } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Removes an account that was made by mistake: it never had a password and nothing was ever done with it. One that was
 * used is deactivated instead, so that the history keeps its person.
 *
 * @throws Refusal not_permitted, own_account, not_found and person_in_use with `name`
 */
export async function removePerson(db: Db, actor: Actor, input: RemovePersonInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      if (input.userId === actor.userId) throw new Refusal("own_account");
      const of = { districtId: actor.districtId, id: input.userId };
      const user = await getUserForUpdate(tx, of);
      if (!user) throw new Refusal("not_found");
      if (user.hasPassword || (await hasActed(tx, of))) throw new Refusal("person_in_use", { name: user.name });
      if (!(await deleteUser(tx, of))) throw new Refusal("person_in_use", { name: user.name });
      await record({}, { type: "person_removed", data: { account: user.account, name: user.name } });
    },
    withoutResult,
  );
}
