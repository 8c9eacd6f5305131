import type { Role } from "@/lib/domain/access";

/** How somebody whom the identity provider knows stands here. */
export const IDENTITY_STATES = ["waiting", "linked", "refused"] as const;
export type IdentityState = (typeof IDENTITY_STATES)[number];

/** Somebody whom the identity provider knows, as it described them the first time. */
export type ProvidedIdentity = {
  id: string;
  state: IdentityState;
  account: string;
  name: string;
  /** What the provider says that they are here, for the administrator to judge. */
  proposedRole: Role | null;
  proposedUnit: string;
  firstSeenAt: Date;
  /** The person here; null unless they are linked. */
  userId: string | null;
};

/** The ways to sign in other than by a password or a code. */
export const SIGN_IN_WAYS = ["provider", "passkey"] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** What becomes of somebody who comes from the identity provider and is not signed in. */
export const SSO_OUTCOMES = ["waiting", "refused", "deactivated", "unassigned", "cancelled", "failed"] as const;
export type SsoOutcome = (typeof SSO_OUTCOMES)[number];

/** The most that may wait in a district: more than its people, and no way to fill a disk. */
export const MOST_WAITING = 500;

/**
 * The district whose administrator sees somebody unknown: that of the account they bear at the provider, otherwise the
 * only one; null where there are several and nothing says which.
 */
export function districtOfUnknown(of: { ofAccount: string | null; districts: readonly string[] }): string | null {
  const [only, ...others] = of.districts;
  return of.ofAccount ?? (others.length === 0 ? (only ?? null) : null);
}

/** Whether the provider says that it asked for a second factor, by a value that the operator counts as one. */
export function isProvedTwice(
  claimed: { amr: readonly string[]; acr: string | null },
  counted: readonly string[],
): boolean {
  return [...claimed.amr, ...(claimed.acr === null ? [] : [claimed.acr])].some((value) => counted.includes(value));
}
