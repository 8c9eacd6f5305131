import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TabLinks } from "@/components/ui/tab-links";

export type AdminPlace =
  | "home"
  | "units"
  | "governments"
  | "people"
  | "cycles"
  | "pastReports"
  | "unitReports"
  | "letterhead"
  | "rules"
  | "reminders"
  | "connections"
  | "operation";

type AdminTabsProps = { current: AdminPlace; hrefs: Readonly<Record<AdminPlace, string>> };

const PLACES: readonly AdminPlace[] = [
  "home",
  "units",
  "governments",
  "people",
  "cycles",
  "pastReports",
  "unitReports",
  "letterhead",
  "rules",
  "reminders",
  "connections",
  "operation",
];

/** The places of the administrator. */
export function AdminTabs({ current, hrefs }: AdminTabsProps): ReactNode {
  const t = useTranslations("admin.tabs");
  return (
    <TabLinks
      className="mb-4 flex-wrap p-0"
      label={t("label")}
      links={PLACES.map((place) => ({ key: place, label: t(place), href: hrefs[place], isCurrent: place === current }))}
    />
  );
}
