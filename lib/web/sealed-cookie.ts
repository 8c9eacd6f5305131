import "server-only";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "@/lib/env";
import { cookieOfHeader, deleteCookie, readCookie, setCookie } from "@/lib/web/cookies";
import { createTokenCache } from "@/lib/web/token-cache";

/** A cookie that only this installation can write or read; `seconds` is how long it is good for. */
export type SealedCookie<Value extends Record<string, unknown>> = {
  name: string;
  /** Keeps one kind of cookie from being taken for another. */
  salt: string;
  seconds: number;
  schema: z.ZodType<Value>;
};

/** As many as people are signed in at once on the busiest evening, in one process. */
const MOST_TOKENS = 5_000;
const opened = createTokenCache(MOST_TOKENS);

export async function setSealedCookie<Value extends Record<string, unknown>>(
  cookie: SealedCookie<Value>,
  value: Value,
): Promise<void> {
  const { name, salt, seconds } = cookie;
  const token = await encode({ token: { ...value }, secret: env().NEXTAUTH_SECRET, maxAge: seconds, salt });
  await setCookie(name, token, seconds);
}

/** What the cookie holds; null without one, or with one that has run out or was tampered with. */
export async function readSealedCookie<Value extends Record<string, unknown>>(
  cookie: SealedCookie<Value>,
): Promise<Value | null> {
  return openSealed(cookie, await readCookie(cookie.name));
}

/** The same from a request's `Cookie` header, where no page or action is being answered. */
export async function readSealedCookieOfHeader<Value extends Record<string, unknown>>(
  cookie: SealedCookie<Value>,
  header: string | undefined,
): Promise<Value | null> {
  return openSealed(cookie, cookieOfHeader(header, cookie.name));
}

/** As `readSealedCookie`, once: the cookie is taken away. */
export async function takeSealedCookie<Value extends Record<string, unknown>>(
  cookie: SealedCookie<Value>,
): Promise<Value | null> {
  const value = await readSealedCookie(cookie);
  await deleteCookie(cookie.name);
  return value;
}

async function openSealed<Value extends Record<string, unknown>>(
  { salt, schema }: SealedCookie<Value>,
  raw: string | undefined,
): Promise<Value | null> {
  return raw ? (schema.safeParse(await openToken(raw, salt)).data ?? null) : null;
}

async function openToken(raw: string, salt: string): Promise<unknown> {
  const sealed = `${salt} ${raw}`;
  const known = opened.find(sealed, new Date());
  if (known) return known;
  // What somebody tampered with, or what another secret sealed, is no token.
  const token = await decode({ token: raw, secret: env().NEXTAUTH_SECRET, salt }).catch(() => null);
  if (token && typeof token.exp === "number") opened.keep(sealed, token, new Date(token.exp * 1000));
  return token;
}
