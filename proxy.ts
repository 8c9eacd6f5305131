import { type NextRequest, NextResponse } from "next/server";
import { API_PREFIX } from "@/lib/domain/api-address";
import { isFileAddress } from "@/lib/web/route-guards";
import { answerTooLarge, isTooLarge } from "@/lib/web/too-large";

/**
 * Tells pages their own address, so that signing in can lead back to it, and gives each its content security policy.
 * Files bring a stricter one themselves. It turns away what is too large to be read, and decides nothing about access.
 */
export function proxy(request: NextRequest): Response {
  // The programming interface reads no more than it takes, and says so in its own words.
  const isApi = request.nextUrl.pathname.startsWith(`${API_PREFIX}/`);
  if (!isApi && isTooLarge(request.headers)) return answerTooLarge();
  const headers = new Headers(request.headers);
  headers.set("x-nianbao-path", request.nextUrl.pathname + request.nextUrl.search);
  if (isFileAddress(request.nextUrl.pathname)) return NextResponse.next({ request: { headers } });

  const policy = contentSecurityPolicy(newNonce());
  // Next reads the nonce from here and writes it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/**
 * Scripts and style sheets come with this answer's nonce or from us; nothing is loaded from, sent to or framed by
 * anybody else. An element's own `style` may be set, because the server writes the places of bars and marks so.
 */
function contentSecurityPolicy(nonce: string): string {
  // The development server's error overlay evaluates code and brings its own styles.
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** 128 random bits; a UUID has 122. */
function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex");
}

/** Everything but what the build made and the picture of the product. */
export const config = { matcher: ["/((?!_next/|icon\\.svg$).*)"] };
