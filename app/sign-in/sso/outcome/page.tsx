import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/shell/entry-frame";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button-variants";
import { SSO_OUTCOMES } from "@/lib/domain/identity";
import { ssoEnv } from "@/lib/env";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signin.sso"))("title") };
}

/** What becomes of somebody who came from the identity provider and is not signed in. */
export default async function SsoOutcomePage({ searchParams }: PageProps<"/sign-in/sso/outcome">) {
  const { is } = await searchParams;
  const outcome = SSO_OUTCOMES.find((candidate) => candidate === is) ?? "failed";
  const t = await getTranslations("signin.sso");
  return (
    <EntryFrame title={t(`outcome.${outcome}.title`)} lead={t("title")}>
      <Alert variant={outcome === "waiting" ? "info" : "warning"}>{t(`outcome.${outcome}.text`)}</Alert>
      {ssoEnv() ? (
        <p className="mt-4">
          <a className={buttonVariants()} href={routes.sso()}>
            {t("again")}
          </a>
        </p>
      ) : null}
      <p className="mt-4 text-sm">
        <Link href={routes.signIn()}>{t("password")}</Link>
      </p>
    </EntryFrame>
  );
}
