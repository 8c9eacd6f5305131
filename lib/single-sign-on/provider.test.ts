import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Attempt, beginSignIn, finishSignIn, signOutAddress } from "@/lib/single-sign-on/provider";
import { CLIENT } from "@/lib/single-sign-on/testing/client";
import { type IdentityProvider, startIdentityProvider } from "@/lib/single-sign-on/testing/identity-provider";

const REDIRECT = "http://localhost/sign-in/sso/return";
const WANG = { id: "subject-1", account: "wangfang", name: "王芳", amr: ["pwd", "mfa"] };

describe("single sign-on with a real provider", () => {
  let provider: IdentityProvider;
  let other: IdentityProvider;
  beforeAll(async () => {
    const options = { redirectUri: REDIRECT, returnUri: "http://localhost/sign-in", subjects: [WANG] };
    [provider, other] = [await startIdentityProvider(options), await startIdentityProvider(options)];
    provider.signsIn = WANG;
    other.signsIn = WANG;
  });
  beforeEach(() => {
    provider.tamper = null;
  });
  afterAll(async () => {
    await provider.stop();
    await other.stop();
  });

  const settingsOf = ({ issuer }: IdentityProvider) => ({
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    scope: "openid profile",
    accountClaim: "preferred_username",
    groupsClaim: "groups",
    unitClaim: "department",
  });
  const begin = (at = provider) => beginSignIn(settingsOf(at), { redirectUri: REDIRECT, next: "/" });
  const finish = (returned: URL, attempt: Attempt) => finishSignIn(settingsOf(provider), returned, attempt);

  /** Follows a browser through the provider, up to where it is sent back to us. */
  async function follow(url: string): Promise<URL> {
    const cookies = new Map<string, string>();
    for (let at = new URL(url), steps = 0; steps < 10; steps += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get("location");
      if (!location) throw new Error(`${answer.status} at ${at.pathname}`);
      at = new URL(location, at);
      if (at.href.startsWith(REDIRECT)) return at;
    }
    throw new Error("the provider leads nowhere");
  }

  /** Why a return is refused, as the log says it; the person is told no more than that it failed. */
  async function reasonOf(work: Promise<unknown>): Promise<string> {
    const error = await work.then(
      () => new Error("it was taken"),
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) return String(error);
    return `${error.message}: ${error.cause instanceof Error ? error.cause.message : JSON.stringify(error.cause ?? "")}`;
  }

  it("gives who somebody is, and asks with PKCE, state and nonce", async () => {
    const { url, attempt } = await begin();
    const asked = new URL(url).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      client_id: CLIENT.id,
      code_challenge_method: "S256",
      state: attempt.state,
      nonce: attempt.nonce,
    });
    expect(url).not.toContain(attempt.verifier);
    expect(await finish(await follow(url), attempt)).toEqual({
      issuer: provider.issuer,
      subject: WANG.id,
      account: WANG.account,
      name: WANG.name,
      amr: WANG.amr,
      acr: null,
      groups: ["填报组"],
      unit: "财政局",
    });
  });

  it("takes a code once", async () => {
    const { url, attempt } = await begin();
    const returned = await follow(url);
    await finish(returned, attempt);
    expect(await reasonOf(finish(returned, attempt))).toContain("invalid_grant");
  });

  it("refuses a return that another attempt began", async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const returned = await follow(mine.url);
    expect(await reasonOf(finish(returned, theirs.attempt))).toContain('"state"');
    returned.searchParams.set("state", theirs.attempt.state);
    expect(await reasonOf(finish(returned, theirs.attempt)), "PKCE").toContain("invalid_grant");
  });

  it.each([
    ["another nonce", "nonce", { nonce: "another" }],
    ["another audience", "aud", { aud: "another client" }],
    ["another issuer", "iss", { iss: "http://127.0.0.1:1" }],
    ["a time that is over", "exp", { exp: 1, iat: 1 }],
    ["no subject", "sub", { sub: "" }],
  ])("refuses an id token with %s", async (_what, claim, changes) => {
    const { url, attempt } = await begin();
    provider.tamper = (claims) => ({ ...claims, ...changes });
    expect(await reasonOf(finish(await follow(url), attempt))).toContain(claim);
  });

  it("refuses the return of another provider under this one's name, and a token that it did not sign", async () => {
    const { url, attempt } = await begin(other);
    const returned = await follow(url);
    expect(await reasonOf(finish(returned, attempt))).toContain("iss");
    returned.searchParams.delete("iss");
    expect(await reasonOf(finish(returned, attempt))).toContain("iss");
  });

  it("knows where a session at the provider is ended", async () => {
    const address = new URL((await signOutAddress(settingsOf(provider), "http://localhost/sign-in")) ?? "");
    expect(address.origin).toBe(provider.issuer);
    expect(address.searchParams.get("client_id")).toBe(CLIENT.id);
    expect(address.searchParams.get("post_logout_redirect_uri")).toBe("http://localhost/sign-in");
  });
});
