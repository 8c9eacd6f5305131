import { ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { label: string; href?: string };

/** Where this page stands; the last one is the page itself and no link. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): ReactNode {
  const t = useTranslations("common");
  return (
    <nav className="mb-1 text-sm text-ink-3" aria-label={t("breadcrumb")}>
      <ol className="flex flex-wrap items-center gap-1.5">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex items-center gap-1.5">
            {index > 0 ? <ChevronRightIcon className="size-3 text-ink-disabled" /> : null}
            {crumb.href ? (
              <Link className="text-ink-2" href={crumb.href}>
                {crumb.label}
              </Link>
            ) : (
              <span>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
