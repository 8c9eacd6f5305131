import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type AdminPlace = "home" | "units" | "people" | "cycles" | "pastReports" | "unitReports" | "letterhead";

type AdminTabsProps = { current: AdminPlace; hrefs: Readonly<Record<AdminPlace, string>> };

const PLACES: readonly AdminPlace[] = ["home", "units", "people", "cycles", "pastReports", "unitReports", "letterhead"];

/** The places of the administrator. */
export function AdminTabs({ current, hrefs }: AdminTabsProps): ReactNode {
  const t = useTranslations("admin.tabs");
  return (
    <nav className="tabs atabs" aria-label={t("label")}>
      {PLACES.map((place) => (
        <Link key={place} href={hrefs[place]} aria-current={place === current ? "page" : undefined}>
          {t(place)}
        </Link>
      ))}
    </nav>
  );
}
