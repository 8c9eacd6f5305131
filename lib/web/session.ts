import "server-only";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import type { SessionKey } from "@/db/queries/sessions";
import type { Origin } from "@/lib/domain/guessing";
import { SIGN_IN_WAYS } from "@/lib/domain/identity";
import { SignInSchema } from "@/lib/domain/inputs/person";
import { CHALLENGE_SECONDS } from "@/lib/domain/passkey";
import { Refusal } from "@/lib/domain/refusal";
import { PENDING_SECONDS } from "@/lib/domain/second-factor";
import { LONGEST_SESSION_SECONDS } from "@/lib/domain/session";
import { env } from "@/lib/env";
import { openSession, type ProvedBy } from "@/lib/services/open-session";
import { type Challenge, ChallengeSchema } from "@/lib/services/passkey-answers";
import { needsSecondFactor, proveSecondFactor } from "@/lib/services/prove-second-factor";
import { type Identity, signIn } from "@/lib/services/sign-in";
import { type Attempt, AttemptSchema } from "@/lib/single-sign-on/provider";
import { cookieName, cookieOfHeader, cookieOptions, deleteCookie, readCookie, setCookie } from "@/lib/web/cookies";
import { getDb } from "@/lib/web/database";
import { readSource } from "@/lib/web/source";
import { createTokenCache } from "@/lib/web/token-cache";

const SessionTokenSchema = z.object({ districtId: z.uuid(), userId: z.uuid(), sessionId: z.uuid() });

/** A browser, and the accounts that signed in on it before; browsers keep no cookie longer than this. */
const DeviceTokenSchema = z.object({ deviceId: z.uuid(), accounts: z.array(z.string()) });
const DEVICE_SECONDS = 400 * 24 * 60 * 60;
const ACCOUNTS_OF_DEVICE = 20;
/** Keeps one kind of cookie from being taken for the other. */
const DEVICE_SALT = "nianbao-device";

const USER_AGENT_MAX_CHARACTERS = 400;

/** Whoever has given the password and has still to give the second step. */
const PendingTokenSchema = z.object({
  districtId: z.uuid(),
  userId: z.uuid(),
  account: z.string(),
  name: z.string(),
  sessionEpoch: z.number().int(),
  by: z.enum(SIGN_IN_WAYS).optional(),
});
const PENDING_SALT = "nianbao-second-step";

const SESSION_COOKIE = "next-auth.session-token";
const PENDING_COOKIE = "nianbao-second-step";
const DEVICE_COOKIE = "nianbao-device";
const ATTEMPT_COOKIE = "nianbao-sso";
const ATTEMPT_SALT = "nianbao-sso";
const CHALLENGE_COOKIE = "nianbao-passkey";
const CHALLENGE_SALT = "nianbao-passkey";

function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: LONGEST_SESSION_SECONDS },
    pages: { signIn: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieName(SESSION_COOKIE), options: cookieOptions() },
      callbackUrl: { name: cookieName("next-auth.callback-url"), options: cookieOptions() },
    },
    providers: [
      Credentials({
        credentials: { account: {}, password: {}, code: {} },
        async authorize(credentials) {
          const input = SignInSchema.safeParse(credentials);
          if (!input.success) return null;
          try {
            const origin = await readOrigin(input.data.account);
            const now = new Date();
            const identity = await signIn(getDb(), { ...input.data, origin }, now);
            if (await needsSecondFactor(getDb(), identity, now)) {
              const given = { code: credentials?.code ?? "", origin, appSecret: env().NEXTAUTH_SECRET };
              await proveSecondFactor(getDb(), identity, given, now);
            }
            return { id: identity.userId, session: await openSessionHere(identity) };
          } catch (error) {
            if (error instanceof Refusal) return null;
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && "session" in user ? { ...SessionTokenSchema.parse(user.session) } : token),
    },
  };
}

/** Of next-auth's addresses those by which a program signs in; there are no others. */
const SERVED = ["GET csrf", "POST callback/credentials"];

/** Answers for next-auth's own addresses. */
export async function answerAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await context.params;
  if (!SERVED.includes(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
  // oxlint-disable-next-line typescript/no-unsafe-return -- next-auth does not say what its handler gives.
  return NextAuth(request, context, authOptions());
}

/**
 * After the right password: starts a session, or, where the person has a second step, notes for a while that it is still
 * to be given. Says which.
 */
export async function startSessionOrSecondStep(
  identity: Identity,
  proved: ProvedBy = {},
): Promise<"session" | "second_step"> {
  if (proved.isProvedTwice || !(await needsSecondFactor(getDb(), identity, new Date()))) {
    await startSession(identity, proved);
    return "session";
  }
  const token = await encode({
    token: { ...identity, by: proved.by },
    secret: env().NEXTAUTH_SECRET,
    maxAge: PENDING_SECONDS,
    salt: PENDING_SALT,
  });
  await setCookie(PENDING_COOKIE, token, PENDING_SECONDS);
  return "second_step";
}

/** Whoever has given the password in this browser and not yet the second step. */
export async function readPending(): Promise<(Identity & Pick<ProvedBy, "by">) | null> {
  const token = await readToken(await readCookie(PENDING_COOKIE), PENDING_SALT);
  const pending = PendingTokenSchema.safeParse(token).data;
  if (!pending) return null;
  const { by, ...identity } = pending;
  return { ...identity, ...(by ? { by } : {}) };
}

/** Starts the session of somebody who has given the second step as well. */
export async function finishSecondStep({ by, ...identity }: Identity & Pick<ProvedBy, "by">): Promise<void> {
  await startSession(identity, by ? { by } : {});
  await deleteCookie(PENDING_COOKIE);
}

/** Starts a session for somebody who has just proved who they are. */
export async function startSession(identity: Identity, proved: ProvedBy = {}): Promise<void> {
  const key = await openSessionHere(identity, proved);
  const token = await encode({ token: { ...key }, secret: env().NEXTAUTH_SECRET, maxAge: LONGEST_SESSION_SECONDS });
  await setCookie(SESSION_COOKIE, token, LONGEST_SESSION_SECONDS);
}

async function openSessionHere(identity: Identity, proved: ProvedBy = {}): Promise<SessionKey> {
  const { account } = identity;
  const userAgent = ((await headers()).get("user-agent") ?? "").slice(0, USER_AGENT_MAX_CHARACTERS);
  const key = await openSession(
    getDb(),
    identity,
    { ...(await readOrigin(account)), userAgent, ...proved },
    new Date(),
  );
  const { deviceId, accounts } = (await readDevice()) ?? { deviceId: crypto.randomUUID(), accounts: [] };
  const known = [...accounts.filter((other) => other !== account), account].slice(-ACCOUNTS_OF_DEVICE);
  const token = await encode({
    token: { deviceId, accounts: known },
    secret: env().NEXTAUTH_SECRET,
    maxAge: DEVICE_SECONDS,
    salt: DEVICE_SALT,
  });
  await setCookie(DEVICE_COOKIE, token, DEVICE_SECONDS);
  return key;
}

/** Where a try at an account comes from; the device counts only where that account signed in before. */
export async function readOrigin(account: string): Promise<Origin> {
  const [source, device] = await Promise.all([readSource(), readDevice()]);
  return { source, deviceId: device?.accounts.includes(account) ? device.deviceId : null };
}

/** Keeps in this browser how it left for the identity provider. */
export async function keepAttempt(attempt: Attempt): Promise<void> {
  const secret = env().NEXTAUTH_SECRET;
  const token = await encode({ token: { ...attempt }, secret, maxAge: PENDING_SECONDS, salt: ATTEMPT_SALT });
  await setCookie(ATTEMPT_COOKIE, token, PENDING_SECONDS);
}

/** How this browser left for the identity provider; once. */
export async function takeAttempt(): Promise<Attempt | null> {
  const token = await readToken(await readCookie(ATTEMPT_COOKIE), ATTEMPT_SALT);
  await deleteCookie(ATTEMPT_COOKIE);
  return AttemptSchema.safeParse(token).data ?? null;
}

/** Keeps in this browser what its device is asked. */
export async function keepChallenge(challenge: Challenge): Promise<void> {
  const secret = env().NEXTAUTH_SECRET;
  const token = await encode({ token: { ...challenge }, secret, maxAge: CHALLENGE_SECONDS, salt: CHALLENGE_SALT });
  await setCookie(CHALLENGE_COOKIE, token, CHALLENGE_SECONDS);
}

/** What the device of this browser was asked; once. */
export async function takeChallenge(): Promise<Challenge | null> {
  const token = await readToken(await readCookie(CHALLENGE_COOKIE), CHALLENGE_SALT);
  await deleteCookie(CHALLENGE_COOKIE);
  return ChallengeSchema.safeParse(token).data ?? null;
}

/** Takes the cookie away; ending the session itself is the caller's. */
export async function forgetSession(): Promise<void> {
  await deleteCookie(SESSION_COOKIE);
}

/** The session that the cookie names; null without a cookie, or with one that has run out or was tampered with. */
export async function readSession(): Promise<SessionKey | null> {
  return sessionOf(await readCookie(SESSION_COOKIE));
}

/** The same from a request's `Cookie` header, where no page or action is being answered. */
export async function readSessionOfHeader(header: string | undefined): Promise<SessionKey | null> {
  return sessionOf(cookieOfHeader(header, SESSION_COOKIE));
}

async function sessionOf(cookie: string | undefined): Promise<SessionKey | null> {
  return SessionTokenSchema.safeParse(await readToken(cookie, "")).data ?? null;
}

async function readDevice(): Promise<z.output<typeof DeviceTokenSchema> | null> {
  return DeviceTokenSchema.safeParse(await readToken(await readCookie(DEVICE_COOKIE), DEVICE_SALT)).data ?? null;
}

/** As many as people are signed in at once on the busiest evening, in one process. */
const MOST_TOKENS = 5_000;
const opened = createTokenCache(MOST_TOKENS);

async function readToken(raw: string | undefined, salt: string): Promise<unknown> {
  if (!raw) return null;
  const sealed = `${salt} ${raw}`;
  const known = opened.find(sealed, new Date());
  if (known) return known;
  // What somebody tampered with, or what another secret sealed, is no token.
  const token = await decode({ token: raw, secret: env().NEXTAUTH_SECRET, salt }).catch(() => null);
  if (token && typeof token.exp === "number") opened.keep(sealed, token, new Date(token.exp * 1000));
  return token;
}
