import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { drawSecondChallengeAction, passPasskeyAction } from "@/app/sign-in/passkey-actions";
import { passSecondFactorAction } from "@/app/sign-in/second/actions";
import { UsePasskeyForm } from "@/components/account/passkey-forms";
import { ClientMessages } from "@/components/shell/client-messages";
import { EntryForm } from "@/components/shell/entry-form";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { listSecondSteps } from "@/lib/services/prove-second-factor";
import { getDb } from "@/lib/web/database";
import { passkeyWords } from "@/lib/web/passkey-words";
import { relyingParty } from "@/lib/web/relying-party";
import { routes, safeNext } from "@/lib/web/routes";
import { readPending } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("second.step"))("title") };
}

/** The second step of signing in: a code of the person's device, or one of those on paper. */
export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second">) {
  const identity = await readPending();
  if (!identity) redirect(routes.signIn());
  const { next } = await searchParams;
  const target = typeof next === "string" ? safeNext(next) : routes.home();
  const t = await getTranslations("second.step");
  const passkey = await getTranslations("passkey");
  const { hasDevice, hasPasskey } = await listSecondSteps(getDb(), identity, new Date());
  return (
    <EntryForm
      title={t("title")}
      lead={t("lead", { name: identity.name })}
      id="second-step"
      action={passSecondFactorAction}
      errorTitle={t("notDone")}
      submitLabel={t("submit")}
      busyLabel={t("submitting")}
      fields={[
        { kind: "hidden", name: "next", value: target },
        {
          kind: "text",
          name: "code",
          label: t(hasDevice ? "code" : "paperCode"),
          hint: t(hasDevice ? "codeHint" : "paperHint"),
          type: "text",
          isSecret: true,
          isRequired: true,
          autoComplete: "one-time-code",
          limit: LIMIT.code,
        },
      ]}
    >
      {hasPasskey && relyingParty() ? (
        <div className="mt-4 border-t border-line pt-4">
          <ClientMessages areas={["common"]}>
            <UsePasskeyForm
              id="second-step-passkey"
              draw={drawSecondChallengeAction}
              action={passPasskeyAction}
              submitLabel={passkey("second")}
              busyLabel={passkey("signingIn")}
              errorTitle={passkey("notDone")}
              buttonVariant="primary"
              buttonSize="lg"
              fields={[{ kind: "hidden", name: "next", value: target }]}
              words={await passkeyWords()}
            />
          </ClientMessages>
        </div>
      ) : null}
      <p className="mt-4 text-sm text-ink-2">{t("lost")}</p>
      <p className="mt-2 text-sm">
        <Link href={routes.signIn()}>{t("again")}</Link>
      </p>
    </EntryForm>
  );
}
