import { NextResponse } from "next/server";
import { requireActor } from "@/lib/web/actor";
import { cookieName, cookieOptions } from "@/lib/web/cookies";
import { CYCLE_COOKIE, isId } from "@/lib/web/current-cycle";
import { safeNext } from "@/lib/web/routes";

/** Chooses the year that the pages are about, and goes on to the page `to`. The choice is the browser's; which years there are, the database's. */
export async function GET(request: Request, { params }: RouteContext<"/cycle/[cycleId]">): Promise<Response> {
  await requireActor();
  const { cycleId } = await params;
  const response = new NextResponse(null, {
    status: 303,
    headers: { location: safeNext(new URL(request.url).searchParams.get("to")) },
  });
  if (isId(cycleId)) response.cookies.set(cookieName(CYCLE_COOKIE), cycleId, cookieOptions());
  return response;
}
