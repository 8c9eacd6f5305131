import { type Actor, may, type Permission } from "@/lib/domain/access";

/** What a token may be used for; reading is part of each. */
export const TOKEN_SCOPES = ["read", "fill", "review", "edit", "publish"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What each scope leaves of a person's permissions; accounts, units and years are managed in the pages alone. */
const PERMISSIONS_OF_SCOPE: Readonly<Record<TokenScope, readonly Permission[]>> = {
  read: ["report:read", "report:download", "history:read"],
  fill: ["submission:fill", "submission:submit", "submission:sign"],
  review: ["submission:review", "submission:reopen", "unit:remind"],
  edit: ["report:adjust", "report:compose", "report:finalise"],
  publish: ["report:publish"],
};

/** How long a token may hold, in days; a year at most. */
export const TOKEN_DAYS = ["30", "90", "180", "365"] as const;
/** So many tokens of one account hold at once at most. */
export const MOST_TOKENS = 20;
/** An expired token stays in the lists so long, so that somebody sees why a connection stopped. */
const SHOWN_DAYS = 30;
/** How exactly it is noted when a token was used. */
const NOTED_SECONDS = 60;

/** A token as its owner and an administrator see it: the token itself is shown once, when it is made. */
export type AccessToken = {
  id: string;
  userId: string;
  userName: string;
  isOfSystem: boolean;
  name: string;
  scopes: readonly TokenScope[];
  madeAt: Date;
  madeByName: string;
  expiresAt: Date;
  /** To the minute; null where it was never used. */
  seenAt: Date | null;
};

/** An account that no person signs in with: another program works with it, by tokens alone. */
export type SystemAccount = {
  id: string;
  account: string;
  name: string;
  roles: readonly { organisationId: string; organisationName: string; role: Actor["memberships"][number]["role"] }[];
};

/** The scopes that are of use to somebody with these permissions. */
export function scopesOpenTo(actor: Pick<Actor, "permissions">): TokenScope[] {
  return TOKEN_SCOPES.filter(
    (scope) => scope === "read" || PERMISSIONS_OF_SCOPE[scope].some((permission) => may(actor, permission)),
  );
}

/** Reading is part of every token. */
export function withReading(scopes: readonly TokenScope[]): TokenScope[] {
  return TOKEN_SCOPES.filter((scope) => scope === "read" || scopes.includes(scope));
}

/** The actor with what the scopes leave: never more than the person may. */
export function limitToScopes(actor: Actor, scopes: readonly TokenScope[]): Actor {
  const left = new Set(scopes.flatMap((scope) => PERMISSIONS_OF_SCOPE[scope]));
  return { ...actor, permissions: actor.permissions.filter((permission) => left.has(permission)) };
}

/** The moments that count for tokens, seen from now. */
export function tokenLimits(now: Date): { shownSince: Date; notedSince: Date } {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  return { shownSince: ago(SHOWN_DAYS * 86_400_000), notedSince: ago(NOTED_SECONDS * 1000) };
}

const TOKEN = /^nianbao_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** The text of a token: a mark by which it is known where it got out, its district, 256 random bits. */
export function tokenText(districtId: string, bits: string): string {
  return `nianbao_${districtId.replaceAll("-", "")}_${bits}`;
}

/** The district that a token says it is of; null for what is no token. */
export function districtOfToken(token: string): string | null {
  const parts = TOKEN.exec(token);
  return parts ? parts.slice(1).join("-") : null;
}
