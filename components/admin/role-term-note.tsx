import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RoleTerm } from "@/lib/domain/role-term";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

/** From when, and until when, a role is held; nothing for one that is held now without an end. */
export function RoleTermNote({ role, now }: { role: RoleTerm; now: Date }): ReactNode {
  const t = useTranslations("admin.people");
  const locale = readLocale(useLocale());
  const { fromAt, untilAt } = role;
  const day = (moment: Date) => formatDay(moment, now, locale);
  if (fromAt <= now && untilAt === null) return null;
  return (
    <span className="block text-xs text-ink-3">
      {fromAt > now ? <span className="mr-2 whitespace-nowrap">{t("roleFrom", { day: day(fromAt) })}</span> : null}
      {untilAt ? (
        <span className="whitespace-nowrap">{t("roleUntil", { day: day(new Date(untilAt.getTime() - 1)) })}</span>
      ) : null}
    </span>
  );
}
