import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { acceptInvitationAction } from "@/app/invitation/actions";
import { EntryForm } from "@/components/shell/entry-form";
import { EntryFrame } from "@/components/shell/entry-frame";
import { Alert } from "@/components/ui/alert";
import { newPasswordField } from "@/components/ui/form-fields";
import { PASSWORD_MINIMUM } from "@/lib/domain/inputs/limits";
import { env } from "@/lib/env";
import { formatDeadline } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { loadInvitation } from "@/lib/services/accept-invitation";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("setup.invitation"))("title");
  // Its address holds a secret: no other site is to be told where somebody came from.
  return { title, referrer: "no-referrer", robots: { index: false, follow: false } };
}

/** Where the link of an invitation leads: whoever was invited chooses a password. */
export default async function InvitationPage({ searchParams }: PageProps<"/invitation">) {
  const { code } = await searchParams;
  const token = typeof code === "string" ? code : "";
  const now = new Date();
  const invitation = await loadInvitation(getDb(), { token, appSecret: env().NEXTAUTH_SECRET }, now);
  const t = await getTranslations("setup.invitation");
  if (!invitation) {
    return (
      <EntryFrame title={t("title")} lead={t("voidLead")}>
        <Alert variant="warning">{t("void")}</Alert>
        <p className="mt-4 text-sm">
          <Link href={routes.signIn()}>{t("signIn")}</Link>
        </p>
        <p className="mt-2 text-sm">
          <Link href={routes.setPassword()}>{t("code")}</Link>
        </p>
      </EntryFrame>
    );
  }
  const { name, account, districtName: district, expiresAt } = invitation;
  const until = formatDeadline(expiresAt, now, readLocale(await getLocale()));
  return (
    <EntryForm
      title={t("title")}
      lead={t("lead", { name, district })}
      id="accept-invitation"
      action={acceptInvitationAction}
      errorTitle={t("notDone")}
      submitLabel={t("submit")}
      busyLabel={t("submitting")}
      note={<p className="text-sm text-ink-2">{t("note", { until })}</p>}
      fields={[
        { kind: "hidden", name: "token", value: token },
        {
          kind: "text",
          name: "account",
          label: t("account"),
          hint: t("accountHint"),
          value: account,
          autoComplete: "username",
          isReadOnly: true,
        },
        newPasswordField({ label: t("password"), hint: t("passwordHint", { minimum: PASSWORD_MINIMUM }) }),
      ]}
    />
  );
}
