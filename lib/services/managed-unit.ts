import type { Db } from "@/db/connect";
import { getUnitForUpdate } from "@/db/queries/organisations";
import { type Actor, may } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import { Refusal } from "@/lib/domain/refusal";

/**
 * The unit of the actor's district that is about to be changed, locked until the transaction ends.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function getManagedUnitForUpdate(tx: Db, actor: Actor, organisationId: string): Promise<Organisation> {
  if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
  const unit = await getUnitForUpdate(tx, { districtId: actor.districtId, id: organisationId });
  if (!unit) throw new Refusal("not_found");
  return unit;
}
