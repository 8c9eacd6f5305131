import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";

/** The identity provider that the operator named. */
export type ProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** The claim that holds what an administrator knows somebody by. */
  accountClaim: string;
  /** The claims that hold somebody's groups and unit. */
  groupsClaim: string;
  unitClaim: string;
};

/** What a browser keeps between leaving for the provider and coming back; it is good for one return. */
export const AttemptSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });
export type Attempt = z.infer<typeof AttemptSchema>;

/** Whom the provider has authenticated, and how. */
export type Claims = {
  issuer: string;
  subject: string;
  account: string;
  name: string;
  amr: readonly string[];
  acr: string | null;
  groups: readonly string[];
  unit: string;
};

const ANSWER_SECONDS = 10;

/**
 * Asked anew each time: no process keeps keys or addresses that the provider may have changed. The id token's signature
 * is checked although it comes over TLS.
 */
async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const url = new URL(issuer);
  // Settings allow a provider without TLS on this machine alone.
  const execute = [enableNonRepudiationChecks, ...(url.protocol === "http:" ? [allowInsecureRequests] : [])];
  return discovery(url, clientId, clientSecret, undefined, { execute, timeout: ANSWER_SECONDS });
}

/** Where to send somebody who wants to sign in, and what their browser keeps meanwhile. */
export async function beginSignIn(
  settings: ProviderSettings,
  of: { redirectUri: string; next: string },
): Promise<{ url: string; attempt: Attempt }> {
  const attempt = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    next: of.next,
  };
  const url = buildAuthorizationUrl(await discover(settings), {
    redirect_uri: of.redirectUri,
    scope: settings.scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, attempt };
}

const ClaimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional(),
  amr: z.array(z.string()).optional(),
  acr: z.string().optional(),
});

/**
 * Exchanges the code of a return for what the provider claims. Throws where anything is not as this attempt began it:
 * state, issuer, code, nonce, audience, signature or time.
 */
export async function finishSignIn(settings: ProviderSettings, returned: URL, attempt: Attempt): Promise<Claims> {
  const config = await discover(settings);
  const tokens = await authorizationCodeGrant(config, returned, {
    pkceCodeVerifier: attempt.verifier,
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    idTokenExpected: true,
  });
  const claimed = ClaimsSchema.parse(tokens.claims());
  // Many providers say in the id token who somebody is, and only when asked what they are called.
  const isSaid = typeof claimed[settings.accountClaim] === "string" && claimed.name !== undefined;
  const canAsk = config.serverMetadata().userinfo_endpoint !== undefined;
  const more = isSaid || !canAsk ? {} : await fetchUserInfo(config, tokens.access_token, claimed.sub);
  const { iss, sub, name, amr, acr, ...others } = ClaimsSchema.parse({ ...more, ...claimed });
  const account = others[settings.accountClaim];
  return {
    issuer: iss,
    subject: sub,
    account: typeof account === "string" ? account : "",
    name: name ?? "",
    amr: amr ?? [],
    acr: acr ?? null,
    groups: GroupsSchema.catch([]).parse(others[settings.groupsClaim]),
    unit: UnitSchema.catch("").parse(others[settings.unitClaim]),
  };
}

/** Providers give one group as a text, several as a list; what is anything else says nothing. */
const GroupsSchema = z.union([z.array(z.string()), z.string().transform((group) => [group])]);
const UnitSchema = z.string();

/** Where somebody ends their session at the provider; null where it has no such place. */
export async function signOutAddress(settings: ProviderSettings, returnTo: string): Promise<string | null> {
  const config = await discover(settings);
  if (config.serverMetadata().end_session_endpoint === undefined) return null;
  return buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
}
