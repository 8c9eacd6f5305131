import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/shell/language-switch";

export type PublicLink = { label: string; href: string; isCurrent?: boolean; isHiddenOnPhone?: boolean };

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
    <header className="pubtop">
      <div className="pt-in">
        <a className="b public-name" href="/reports">
          {district ? t("column", { district }) : t("everywhere")}
        </a>
        <div className="pt-nav">
          <nav aria-label={t("navigation")}>
            {shown.map(({ label, href, isCurrent, isHiddenOnPhone }) => (
              <a
                key={href}
                href={href}
                className={isHiddenOnPhone ? "only-l" : undefined}
                aria-current={isCurrent ? "page" : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
