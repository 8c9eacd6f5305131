import { redirect } from "next/navigation";
import { homeOf } from "@/lib/domain/access";
import { isInstalled } from "@/lib/services/load-sign-in";
import { findActor } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

const HOME = {
  desk: routes.desk,
  overview: routes.overview,
  admin: routes.admin,
  history: () => routes.history(),
} as const;

/** Sends each person to their own desk; an installation that is not set up yet, to its first administrator's page. */
export default async function HomePage() {
  const actor = await findActor();
  if (actor && actor.heldBack.length > 0) redirect(routes.account());
  if (actor) redirect(HOME[homeOf(actor)]());
  redirect((await isInstalled(getDb(), {}, new Date())) ? routes.signIn() : routes.setUp());
}
