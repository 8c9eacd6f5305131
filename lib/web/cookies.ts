import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

/** Where people use HTTPS a cookie is this very host's: no other host of the domain can set or read it. */
function isHttps(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

export function cookieName(name: string): string {
  return `${isHttps() ? "__Host-" : ""}${name}`;
}

/** What every cookie is: kept from scripts and from other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() } as const;
}

/** The value of the cookie of this name, which is given without its prefix. */
export async function readCookie(name: string): Promise<string | undefined> {
  return (await cookies()).get(cookieName(name))?.value;
}

/** The same from a request's `Cookie` header, where no page or action is being answered. */
export function cookieOfHeader(header: string | undefined, name: string): string | undefined {
  const prefix = `${cookieName(name)}=`;
  const part = header?.split("; ").findLast((candidate) => candidate.startsWith(prefix));
  return part?.slice(prefix.length);
}

/** @param maxAge in seconds; without it the browser keeps the cookie until it is closed */
export async function setCookie(name: string, value: string, maxAge?: number): Promise<void> {
  (await cookies()).set(cookieName(name), value, { ...cookieOptions(), ...(maxAge === undefined ? {} : { maxAge }) });
}

export async function deleteCookie(name: string): Promise<void> {
  const { path, secure } = cookieOptions();
  (await cookies()).delete({ name: cookieName(name), path, secure });
}
