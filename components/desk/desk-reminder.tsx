import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { Desk } from "@/lib/domain/desk-work";
import { formatMoment } from "@/lib/i18n/dates";

/** What the office asked for, while it is still open. */
export function DeskReminder({ reminder, now }: { reminder: NonNullable<Desk["reminder"]>; now: Date }): ReactNode {
  const t = useTranslations("desk");
  const section = useTranslations("common.section");
  const common = useTranslations("common");
  const locale = useLocale();
  return (
    <Alert variant="warning" className="mb-4">
      {t("reminder", {
        who: reminder.by,
        when: formatMoment(reminder.at, now, locale),
        sections: reminder.sectionIds.map((id) => section(id)).join(common("listSeparator")),
      })}
    </Alert>
  );
}
