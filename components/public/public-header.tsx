import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { PublicTop } from "@/components/shell/public-top";
import { cn } from "@/components/ui/cn";

export type PublicLink = { label: string; href: string; isCurrent?: boolean; isHiddenOnPhone?: boolean };

const NAVIGATION = "flex items-center gap-5 text-sm whitespace-nowrap max-md:gap-3.5";

/**
 * The head of every page that needs no sign-in. It speaks for the district whose report is shown; the rule of the
 * product is all that is ours. Plain links and a plain form: a public page carries no script for it.
 */
export function PublicHeader({
  district,
  links,
}: {
  district: string | null;
  links?: readonly PublicLink[];
}): ReactNode {
  const t = useTranslations("shell.public");
  const shown = links ?? [
    { label: t("reports"), href: "/reports" },
    { label: t("checkup"), href: "/checkup", isHiddenOnPhone: true },
    { label: t("signIn"), href: "/sign-in", isHiddenOnPhone: true },
  ];
  return (
    <PublicTop>
      <a className="font-bold text-ink" href="/reports">
        {district ? t("column", { district }) : t("everywhere")}
      </a>
      <div className={NAVIGATION}>
        <nav className={NAVIGATION} aria-label={t("navigation")}>
          {shown.map(({ label, href, isCurrent, isHiddenOnPhone }) => (
            <a
              key={href}
              href={href}
              className={cn("aria-[current]:font-bold aria-[current]:text-ink", isHiddenOnPhone && "max-md:hidden")}
              aria-current={isCurrent ? "page" : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        <LanguageSwitch />
      </div>
    </PublicTop>
  );
}
