import "server-only";
import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { getDb } from "@/db/client";
import { SignInSchema } from "@/lib/domain/inputs/person";
import { Refusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { type SessionIdentity, signIn } from "@/lib/services/sign-in";

/** A working day and a bit; the session only says who it is, never what they may do. */
const SESSION_SECONDS = 12 * 60 * 60;

const TokenSchema = z.object({ userId: z.string(), sessionEpoch: z.number() });

function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

function cookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** next-auth's own addresses: signing in by a program, the token against forged requests, signing out. */
export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in" },
    providers: [
      Credentials({
        credentials: { account: {}, password: {} },
        async authorize(given) {
          const input = SignInSchema.safeParse(given);
          if (!input.success) return null;
          try {
            const identity = await signIn(getDb(), input.data);
            return { id: identity.userId, sessionEpoch: identity.sessionEpoch };
          } catch (error) {
            if (error instanceof Refusal) return null;
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user && "sessionEpoch" in user) return { userId: user.id, sessionEpoch: user.sessionEpoch };
        return token;
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

/** Starts a session for somebody who has just proved who they are. */
export async function startSession(identity: SessionIdentity): Promise<void> {
  const token = await encode({ token: { ...identity }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  const store = await cookies();
  store.set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: SESSION_SECONDS,
  });
}

export async function endSession(): Promise<void> {
  const store = await cookies();
  store.delete(cookieName());
}

/** Who the cookie says this is; null without a session, or with one that has run out or was tampered with. */
export async function readSession(): Promise<SessionIdentity | null> {
  const store = await cookies();
  const raw = store.get(cookieName())?.value;
  if (!raw) return null;
  try {
    const token = TokenSchema.safeParse(await decode({ token: raw, secret: env().NEXTAUTH_SECRET }));
    return token.success ? token.data : null;
  } catch {
    return null;
  }
}
