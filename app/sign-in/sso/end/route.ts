import { redirect } from "next/navigation";
import { ssoEnv } from "@/lib/env";
import { signOutAddress } from "@/lib/single-sign-on/provider";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { notFoundResponse } from "@/lib/web/file-response";
import { log } from "@/lib/web/log";
import { routes } from "@/lib/web/routes";

export const dynamic = "force-dynamic";

/** Leaves for where somebody who has signed out here ends their session at the identity provider as well. */
export async function GET() {
  const settings = ssoEnv();
  if (!settings) return notFoundResponse();
  const address = await signOutAddress(settings, absoluteUrl(routes.signIn())).catch((error: unknown) => {
    log("error", "single sign-on", { at: "end" }, error);
    return null;
  });
  redirect(address ?? routes.signIn());
}
