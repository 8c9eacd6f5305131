import { redirect } from "next/navigation";
import { isProvedTwice } from "@/lib/domain/identity";
import { proposedRoleOf } from "@/lib/domain/proposed-role";
import { ssoEnv } from "@/lib/env";
import { signInByProvider } from "@/lib/services/sign-in-by-provider";
import { finishSignIn } from "@/lib/single-sign-on/provider";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { getDb } from "@/lib/web/database";
import { notFoundResponse } from "@/lib/web/file-response";
import { log } from "@/lib/web/log";
import { routes } from "@/lib/web/routes";
import { startSessionOrSecondStep } from "@/lib/web/session";
import { takeAttempt } from "@/lib/web/sign-in-attempt";

export const dynamic = "force-dynamic";

/** Where the identity provider sends people back to: they are signed in, or told what becomes of them. */
export async function GET(request: Request) {
  const settings = ssoEnv();
  if (!settings) return notFoundResponse();
  const attempt = await takeAttempt();
  const { search, searchParams } = new URL(request.url);
  if (!attempt) redirect(routes.ssoOutcome("failed"));
  if (searchParams.get("error") === "access_denied" && searchParams.get("state") === attempt.state) {
    redirect(routes.ssoOutcome("cancelled"));
  }
  // The provider knows the address that people open, which is not always the one that a proxy asks us by.
  const returned = new URL(search, absoluteUrl(routes.ssoReturn()));
  const claims = await finishSignIn(settings, returned, attempt).catch((error: unknown) => {
    log("warn", "single sign-on", { at: "return" }, error);
    return null;
  });
  if (!claims) redirect(routes.ssoOutcome("failed"));
  const proposed = proposedRoleOf(claims, settings.roles);
  const found = await signInByProvider(getDb(), { ...claims, proposed }, new Date());
  if (found.outcome !== "signed_in") redirect(routes.ssoOutcome(found.outcome));
  const proved = { by: "provider" as const, isProvedTwice: isProvedTwice(claims, settings.secondFactor) };
  const step = await startSessionOrSecondStep(found.identity, proved);
  redirect(step === "session" ? attempt.next : routes.secondStep({ next: attempt.next }));
}
