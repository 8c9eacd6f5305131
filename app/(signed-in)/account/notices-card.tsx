import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { changeNoticesAction } from "@/app/(signed-in)/account/actions";
import { ActionForm } from "@/components/ui/action-form";
import { FormCard } from "@/components/ui/form-card";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { NOTICE_CHOICES, type NoticeSettings } from "@/lib/domain/notice";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type NoticesCardProps = { settings: NoticeSettings; isMailSent: boolean };

/** Where a person is told outside of the pages, in which language, and how much. */
export async function NoticesCard({ settings, isMailSent }: NoticesCardProps): Promise<ReactNode> {
  const t = await getTranslations("setup.account.notices");
  return (
    <FormCard title={t("title")}>
      <div className="max-w-105">
        <ActionForm
          id="change-notices"
          action={changeNoticesAction}
          errorTitle={t("notDone")}
          submitLabel={t("save")}
          busyLabel={t("saving")}
          note={<p className="text-sm text-ink-2">{isMailSent ? t("note") : t("noServer")}</p>}
          fields={[
            { kind: "hidden", name: "requestId", value: randomUUID() },
            {
              kind: "text",
              name: "email",
              label: t("email"),
              hint: t("emailHint"),
              value: settings.email ?? "",
              autoComplete: "email",
              limit: LIMIT.email,
            },
            {
              kind: "select",
              name: "choice",
              label: t("choice"),
              value: settings.choice,
              choices: NOTICE_CHOICES.map((choice) => ({ value: choice, label: t(`choices.${choice}`) })),
            },
            {
              kind: "select",
              name: "language",
              label: t("language"),
              value: settings.language,
              choices: LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] })),
            },
          ]}
        />
      </div>
    </FormCard>
  );
}
