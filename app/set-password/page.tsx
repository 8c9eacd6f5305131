import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setPasswordAction } from "@/app/set-password/actions";
import { ClientMessages } from "@/components/shell/client-messages";
import { EntryFrame } from "@/components/shell/entry-frame";
import { ActionForm } from "@/components/ui/action-form";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { PASSWORD_MINIMUM } from "@/lib/domain/inputs/parts";
import { isInstalled } from "@/lib/services/load-entry";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.code"))("title") };
}

/** Where a one-time code becomes a password of one's own. */
export default async function SetPasswordPage({ searchParams }: PageProps<"/set-password">) {
  if (!(await isInstalled(getDb(), {}, new Date()))) redirect(routes.setUp());
  const { account } = await searchParams;
  const t = await getTranslations("setup.code");
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <ClientMessages areas={["common"]}>
        <ActionForm
          id="set-password"
          action={setPasswordAction}
          errorTitle={t("notDone")}
          submitLabel={t("submit")}
          busyLabel={t("submitting")}
          buttonVariant="primary"
          buttonSize="lg"
          fields={[
            {
              kind: "text",
              name: "account",
              label: t("account"),
              value: typeof account === "string" ? account : "",
              isRequired: true,
              autoComplete: "username",
              limit: LIMIT.account,
            },
            {
              kind: "text",
              name: "code",
              label: t("code"),
              hint: t("codeHint"),
              type: "text",
              isSecret: true,
              isRequired: true,
              autoComplete: "one-time-code",
              limit: LIMIT.code,
            },
            {
              kind: "text",
              name: "password",
              label: t("password"),
              hint: t("passwordHint", { minimum: PASSWORD_MINIMUM }),
              type: "password",
              isSecret: true,
              isRequired: true,
              autoComplete: "new-password",
              minLength: PASSWORD_MINIMUM,
              limit: LIMIT.password,
            },
          ]}
        />
      </ClientMessages>
      <p className="mt-4 text-sm">
        <Link href={routes.signIn()}>{t("signIn")}</Link>
      </p>
    </EntryFrame>
  );
}
