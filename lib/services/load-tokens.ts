import { type Db, withActor } from "@/db/connect";
import { listAccessTokens } from "@/db/queries/access-tokens";
import { listUnits } from "@/db/queries/organisations";
import { listSystemAccounts } from "@/db/queries/system-accounts";
import { type Actor, may } from "@/lib/domain/access";
import { type AccessToken, type SystemAccount, tokenLimits } from "@/lib/domain/access-token";
import type { Organisation } from "@/lib/domain/organisation";
import { Refusal } from "@/lib/domain/refusal";
import type { NoInput } from "@/lib/services/no-input";
import { getProof, type ProvesBy } from "@/lib/services/prove-again";

/** One's own tokens, and by what their maker proves that it is them. */
export type OwnTokens = { tokens: AccessToken[]; provesBy: ProvesBy };

/** Loads the tokens of one's own account, those that have just expired too. */
export async function loadOwnTokens(db: Db, actor: Actor, _input: NoInput, now: Date): Promise<OwnTokens> {
  const { districtId, userId } = actor;
  const { shownSince } = tokenLimits(now);
  const provesBy = await getProof(db, actor, now);
  const tokens = await withActor(db, actor, (tx) => listAccessTokens(tx, { districtId, userId, shownSince }));
  return { tokens, provesBy };
}

/** All tokens of a district, the accounts of systems, and the units that these may work for. */
export type Connections = OwnTokens & { systems: SystemAccount[]; units: Organisation[] };

/**
 * Loads what other programs work with in the district.
 *
 * @throws Refusal not_permitted
 */
export async function loadConnections(db: Db, actor: Actor, _input: NoInput, now: Date): Promise<Connections> {
  if (!may(actor, "person:manage")) throw new Refusal("not_permitted");
  const { districtId } = actor;
  const { shownSince } = tokenLimits(now);
  const provesBy = await getProof(db, actor, now);
  return withActor(db, actor, async (tx) => {
    const [tokens, systems, units] = await Promise.all([
      listAccessTokens(tx, { districtId, shownSince }),
      listSystemAccounts(tx, { districtId, now }),
      listUnits(tx, { districtId }),
    ]);
    return { tokens, provesBy, systems, units: units.filter(({ isActive }) => isActive) };
  });
}
