import { redirect } from "next/navigation";
import { ssoEnv } from "@/lib/env";
import { beginSignIn } from "@/lib/single-sign-on/provider";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { notFoundResponse } from "@/lib/web/file-response";
import { log } from "@/lib/web/log";
import { routes, safeNext } from "@/lib/web/routes";
import { keepAttempt } from "@/lib/web/sign-in-attempt";

export const dynamic = "force-dynamic";

/**
 * Leaves for the identity provider. It is a link and no form, so that pages need not be allowed to send forms to another
 * site; only our own pages can follow it.
 */
export async function GET(request: Request) {
  const settings = ssoEnv();
  if (!settings) return notFoundResponse();
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") redirect(routes.signIn());
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  const begun = await beginSignIn(settings, { redirectUri: absoluteUrl(routes.ssoReturn()), next }).catch(
    (error: unknown) => {
      log("error", "single sign-on", { at: "begin" }, error);
      return null;
    },
  );
  if (!begun) redirect(routes.ssoOutcome("failed"));
  await keepAttempt(begun.attempt);
  redirect(begun.url);
}
