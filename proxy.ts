import { type NextRequest, NextResponse } from "next/server";

/** Tells pages their own address, so that signing in can lead back to it. It decides nothing. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-nianbao-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/|api/|favicon|.*\\.[a-z0-9]+$).*)"] };
