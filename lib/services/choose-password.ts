import { dictionary } from "@zxcvbn-ts/language-common";
import type { Db } from "@/db/connect";
import { listRolesOfUser } from "@/db/queries/memberships";
import { listUnits } from "@/db/queries/organisations";
import { passwordWeakness } from "@/lib/domain/password";
import { Refusal } from "@/lib/domain/refusal";

/** Names that anybody who sees the product knows. */
const PRODUCT_NAMES = ["nianbao", "年报汇", "年报"];

let common: ReadonlySet<string> | null = null;

/** True for the fifty thousand most common leaked passwords. */
function isCommonPassword(text: string): boolean {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(text);
}

/**
 * Refuses a new password that is easy to guess.
 *
 * @throws Refusal weak_password with `why`
 */
export function refuseWeakPassword(password: string, names: readonly string[]): void {
  const why = passwordWeakness(password, { names: [...PRODUCT_NAMES, ...names], isCommon: isCommonPassword });
  if (why) throw new Refusal("weak_password", { why });
}

/** Words that a password must not be made of: the person's names and those of their units. */
export async function listKnownNames(
  tx: Db,
  person: { districtId: string; userId: string; account: string; name: string },
  now: Date,
): Promise<string[]> {
  const { districtId, userId, account, name } = person;
  const [units, roles] = await Promise.all([
    listUnits(tx, { districtId }),
    listRolesOfUser(tx, { districtId, userId, now }),
  ]);
  const ownUnits = units.filter((unit) => roles.some((role) => role.organisationId === unit.id));
  return [account, name, ...ownUnits.map((unit) => unit.name)];
}
