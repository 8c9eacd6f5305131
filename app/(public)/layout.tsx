import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";

/**
 * The frame of the public pages. Each page draws its own `PublicHeader`, because only it knows the district, and puts
 * its content into `<main id="main">`. Nothing here is a client component.
 */
export default function PublicLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("shell.public");
  return (
    <>
      <SkipLink />
      {children}
      <footer className="mx-auto flex max-w-public flex-wrap [main:has([data-wide-page])~&]:max-w-page gap-x-5 gap-y-1 px-gutter pt-4 pb-8 text-xs text-ink-3 print:hidden">
        <span>{t("footer")}</span>
        <a href="/reports">{t("reports")}</a>
        <a href="/checkup">{t("checkup")}</a>
        <a href="/sign-in">{t("signIn")}</a>
      </footer>
    </>
  );
}
