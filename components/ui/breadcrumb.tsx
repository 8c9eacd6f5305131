import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChevronRightIcon } from "@/components/icons";

export type Crumb = { label: string; href?: string };

/** Where this page stands; the last one is the page itself and no link. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): ReactNode {
  const t = useTranslations("common");
  return (
    <nav className="crumb" aria-label={t("breadcrumb")}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.label}>
            {index > 0 ? <ChevronRightIcon /> : null}
            {crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : <span>{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
