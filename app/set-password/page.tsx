import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setPasswordAction } from "@/app/set-password/actions";
import { EntryForm } from "@/components/shell/entry-form";
import { newPasswordField } from "@/components/ui/form-fields";
import { LIMIT, PASSWORD_MINIMUM } from "@/lib/domain/inputs/limits";
import { isInstalled } from "@/lib/services/load-sign-in";
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
    <EntryForm
      title={t("title")}
      lead={t("lead")}
      id="set-password"
      action={setPasswordAction}
      errorTitle={t("notDone")}
      submitLabel={t("submit")}
      busyLabel={t("submitting")}
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
        newPasswordField({ label: t("password"), hint: t("passwordHint", { minimum: PASSWORD_MINIMUM }) }),
      ]}
    >
      <p className="mt-4 text-sm">
        <Link href={routes.signIn()}>{t("signIn")}</Link>
      </p>
    </EntryForm>
  );
}
