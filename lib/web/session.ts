import "server-only";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import type { SessionKey } from "@/db/queries/sessions";
import type { Origin } from "@/lib/domain/guessing";
import { SIGN_IN_WAYS } from "@/lib/domain/identity";
import { SignInSchema } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { PENDING_SECONDS } from "@/lib/domain/second-factor";
import { LONGEST_SESSION_SECONDS } from "@/lib/domain/session";
import { env } from "@/lib/env";
import { openSession, type ProvedBy } from "@/lib/services/open-session";
import { needsSecondFactor, proveSecondFactor } from "@/lib/services/prove-second-factor";
import { type Identity, signIn } from "@/lib/services/sign-in";
import { cookieName, cookieOptions, deleteCookie } from "@/lib/web/cookies";
import { getDb } from "@/lib/web/database";
import { readSealedCookie, readSealedCookieOfHeader, setSealedCookie } from "@/lib/web/sealed-cookie";
import { readSource } from "@/lib/web/source";

/** Browsers keep no cookie longer than this. */
const DEVICE_SECONDS = 400 * 24 * 60 * 60;
const ACCOUNTS_OF_DEVICE = 20;
const USER_AGENT_MAX_CHARACTERS = 400;

const SESSION = {
  name: "next-auth.session-token",
  salt: "",
  seconds: LONGEST_SESSION_SECONDS,
  schema: z.object({ districtId: z.uuid(), userId: z.uuid(), sessionId: z.uuid() }),
};

/** Whoever has given the password and has still to give the second step. */
const PENDING = {
  name: "nianbao-second-step",
  salt: "nianbao-second-step",
  seconds: PENDING_SECONDS,
  schema: z.object({
    districtId: z.uuid(),
    userId: z.uuid(),
    account: z.string(),
    name: z.string(),
    sessionEpoch: z.number().int(),
    by: z.enum(SIGN_IN_WAYS).optional(),
  }),
};

/** A browser, and the accounts that signed in on it before. */
const DEVICE = {
  name: "nianbao-device",
  salt: "nianbao-device",
  seconds: DEVICE_SECONDS,
  schema: z.object({ deviceId: z.uuid(), accounts: z.array(z.string()) }),
};

function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: LONGEST_SESSION_SECONDS },
    pages: { signIn: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieName(SESSION.name), options: cookieOptions() },
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
      jwt: ({ token, user }) => (user && "session" in user ? { ...SESSION.schema.parse(user.session) } : token),
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
  await setSealedCookie(PENDING, { ...identity, by: proved.by });
  return "second_step";
}

/** Whoever has given the password in this browser and not yet the second step. */
export async function readPending(): Promise<(Identity & Pick<ProvedBy, "by">) | null> {
  const pending = await readSealedCookie(PENDING);
  if (!pending) return null;
  const { by, ...identity } = pending;
  return { ...identity, ...(by ? { by } : {}) };
}

/** Starts the session of somebody who has given the second step as well. */
export async function finishSecondStep({ by, ...identity }: Identity & Pick<ProvedBy, "by">): Promise<void> {
  await startSession(identity, by ? { by } : {});
  await deleteCookie(PENDING.name);
}

/** Starts a session for somebody who has just proved who they are. */
export async function startSession(identity: Identity, proved: ProvedBy = {}): Promise<void> {
  await setSealedCookie(SESSION, await openSessionHere(identity, proved));
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
  const { deviceId, accounts } = (await readSealedCookie(DEVICE)) ?? { deviceId: crypto.randomUUID(), accounts: [] };
  const known = [...accounts.filter((other) => other !== account), account].slice(-ACCOUNTS_OF_DEVICE);
  await setSealedCookie(DEVICE, { deviceId, accounts: known });
  return key;
}

/** Where a try at an account comes from; the device counts only where that account signed in before. */
export async function readOrigin(account: string): Promise<Origin> {
  const [source, device] = await Promise.all([readSource(), readSealedCookie(DEVICE)]);
  return { source, deviceId: device?.accounts.includes(account) ? device.deviceId : null };
}

/** Takes the cookie away; ending the session itself is the caller's. */
export async function forgetSession(): Promise<void> {
  await deleteCookie(SESSION.name);
}

/** The session that the cookie names; null without a cookie, or with one that has run out or was tampered with. */
export async function readSession(): Promise<SessionKey | null> {
  return readSealedCookie(SESSION);
}

/** The same from a request's `Cookie` header, where no page or action is being answered. */
export async function readSessionOfHeader(header: string | undefined): Promise<SessionKey | null> {
  return readSealedCookieOfHeader(SESSION, header);
}
