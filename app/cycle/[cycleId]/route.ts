import { NextResponse } from "next/server";
import { requireActor } from "@/lib/web/actor";
import { CYCLE_COOKIE, isId } from "@/lib/web/current-cycle";
import { routes } from "@/lib/web/routes";

/** Chooses the year that the pages are about. The choice is the browser's; which years there are, the database's. */
export async function GET(_request: Request, { params }: RouteContext<"/cycle/[cycleId]">): Promise<Response> {
  await requireActor();
  const { cycleId } = await params;
  const response = new NextResponse(null, { status: 303, headers: { location: routes.home() } });
  if (isId(cycleId)) response.cookies.set(CYCLE_COOKIE, cycleId, { path: "/", sameSite: "lax", httpOnly: true });
  return response;
}
