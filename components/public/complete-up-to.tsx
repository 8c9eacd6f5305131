import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatExactMoment } from "@/lib/i18n/dates";

/** Up to when a page is complete that was read from a replica; nothing where it is of this moment. */
export function CompleteUpTo({ asOf, now }: { asOf: Date | null; now: Date }): ReactNode {
  const t = useTranslations("public");
  const locale = useLocale();
  if (asOf === null) return null;
  return (
    <p className="mt-4 text-xs text-ink-3">{t("completeUpTo", { moment: formatExactMoment(asOf, now, locale) })}</p>
  );
}
