import { randomUUID } from "node:crypto";
import { type Db, withPublic, withScope } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { countWaitingIdentities, getDistrictOfSubject, getIdentity, insertIdentity } from "@/db/queries/identities";
import { listDistrictIds } from "@/db/queries/notices";
import { getSignInRow } from "@/db/queries/sign-in";
import { districtOfUnknown, MOST_WAITING, type SsoOutcome } from "@/lib/domain/identity";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ProposedRole } from "@/lib/domain/proposed-role";
import { hashOf } from "@/lib/services/hash";
import type { Identity } from "@/lib/services/sign-in";

/** Whom an identity provider has authenticated, as it claims. `subject` is what it calls them, for ever. */
export type ProvidedClaims = {
  issuer: string;
  subject: string;
  account: string;
  name: string;
  /** What the provider says they are here; shown to the administrator, and given to nobody by it. */
  proposed: ProposedRole | null;
};

export type ProvidedSignIn =
  | { outcome: "signed_in"; identity: Identity }
  | { outcome: Extract<SsoOutcome, "waiting" | "refused" | "deactivated" | "unassigned"> };

/**
 * Finds the person of whoever an identity provider has authenticated. Nobody is made: somebody unknown is written down
 * once, for an administrator to link to a person.
 */
export async function signInByProvider(db: Db, claims: ProvidedClaims, now: Date): Promise<ProvidedSignIn> {
  const subject = hashOf(`${claims.issuer}\n${claims.subject}`);
  const districtId = (await getDistrictOfSubject(db, { subject })) ?? (await findDistrict(db, claims));
  if (districtId === null) return { outcome: "unassigned" };
  return withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
    const found = await getIdentity(tx, { districtId, subject });
    if (!found) {
      const isTold = await writeDown(tx, { districtId, subject, claims, now });
      return { outcome: isTold ? "waiting" : "unassigned" };
    }
    if (!found.user) return { outcome: found.state === "refused" ? "refused" : "waiting" };
    const { id: userId, account, name, sessionEpoch, deactivatedAt } = found.user;
    if (deactivatedAt) return { outcome: "deactivated" };
    return { outcome: "signed_in", identity: { districtId, userId, account, name, sessionEpoch } };
  });
}

/** Says where somebody unknown waits; an account of the same name tells the district, and nothing else. */
async function findDistrict(db: Db, { account }: ProvidedClaims): Promise<string | null> {
  const [row, districts] = await Promise.all([
    account === "" ? null : getSignInRow(db, { account }),
    withPublic(db, listDistrictIds),
  ]);
  return districtOfUnknown({ ofAccount: row?.district_id ?? null, districts });
}

async function writeDown(
  tx: Db,
  of: { districtId: string; subject: string; claims: ProvidedClaims; now: Date },
): Promise<boolean> {
  const { districtId, subject, claims, now } = of;
  if ((await countWaitingIdentities(tx, { districtId })) >= MOST_WAITING) return false;
  const account = shown(claims.account, LIMIT.account);
  const name = shown(claims.name, LIMIT.name);
  const proposedRole = claims.proposed?.role ?? null;
  const proposedUnit = shown(claims.proposed?.unit ?? "", LIMIT.name);
  const row = {
    ...{ districtId, id: randomUUID(), subject, issuer: claims.issuer, account, name, firstSeenAt: now },
    ...{ proposedRole, proposedUnit },
  };
  if (!(await insertIdentity(tx, row))) return true;
  const event = { type: "identity_came" as const, data: { claimed: account, name } };
  await insertEvents(tx, { districtId, at: now, actor: null, records: [{ event }] });
  return true;
}

/** What a provider claims is a text of strangers: as long as ours may be, and without signs that nobody sees. */
function shown(text: string, mostCharacters: number): string {
  return [...text.replace(/\p{C}/gu, "").trim()].slice(0, mostCharacters).join("");
}
