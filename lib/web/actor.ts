import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getSessionActor, type SessionKey } from "@/db/queries/sessions";
import { type Actor, may, type Permission } from "@/lib/domain/access";
import { sessionLimits } from "@/lib/domain/session";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { readSession } from "@/lib/web/session";

/** The person of this request as the database knows them now, or null. Asked once a request. */
export const findActor = cache(async (): Promise<Actor | null> => actorOf(await readSession()));

/** The person of a session as the database knows them now; null without a session, or where it is over. */
export async function actorOf(session: SessionKey | null): Promise<Actor | null> {
  if (!session) return null;
  const now = new Date();
  return getSessionActor(getDb(), { ...session, ...sessionLimits(now), now });
}

/** The person of this request; somebody who is not signed in is sent to sign in and back. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor) return actor;
  const session = await readSession();
  const address = (await headers()).get("x-nianbao-path");
  redirect(routes.signIn({ next: address ?? undefined, reason: session ? "ended" : "required" }));
}

/** As `requireActor`; what a person may not see is not found. */
export async function requirePermission(...anyOf: readonly Permission[]): Promise<Actor> {
  const actor = await requireActor();
  if (!anyOf.some((permission) => may(actor, permission))) notFound();
  return actor;
}
