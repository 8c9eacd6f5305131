import { type NextRequest, NextResponse } from "next/server";
import { answerTooLarge, isTooLarge } from "@/lib/web/too-large";

/**
 * Tells pages their own address, so that signing in can lead back to it, and gives each answer its content security
 * policy. It turns away what is too large to be read, and decides nothing about access.
 */
export function proxy(request: NextRequest): Response {
  if (isTooLarge(request.headers)) return answerTooLarge();
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll("-", ""));
  const headers = new Headers(request.headers);
  headers.set("x-nianbao-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce from here and writes it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Scripts run only with this answer's nonce; nothing is loaded from, sent to or framed by anybody else. */
function contentSecurityPolicy(nonce: string): string {
  // The development server's error overlay evaluates code.
  const forDevelopment = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!_next/|api/|favicon|.*\\.[a-z0-9]+$).*)"] };
