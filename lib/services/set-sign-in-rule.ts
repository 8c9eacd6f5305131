import { type Db, withActor } from "@/db/connect";
import { listSecondFactorRoles, upsertSecondFactorRoles } from "@/db/queries/sign-in-rules";
import { type Actor, may, ROLES, type Role } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import type { NoInput } from "@/lib/services/no-input";

/**
 * Sets which roles cannot be used without a second step; it holds from the next request of whoever has one of them.
 *
 * @throws Refusal not_permitted
 */
export async function setSignInRule(
  db: Db,
  actor: Actor,
  input: { requestId: string; roles: readonly Role[] },
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
      const roles = ROLES.filter((role) => input.roles.includes(role));
      await upsertSecondFactorRoles(tx, { districtId: actor.districtId, roles, at: now });
      await record({}, { type: "second_factor_demanded", data: { roles } });
    },
    withoutResult,
  );
}

/** Loads the roles that cannot be used without a second step. */
export async function loadSignInRule(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<Role[]> {
  return withActor(db, actor, (tx) => listSecondFactorRoles(tx, actor));
}
