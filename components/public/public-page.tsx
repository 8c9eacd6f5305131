import { cva } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicHeader, type PublicLink } from "@/components/public/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { cn } from "@/components/ui/cn";

const main = cva("mx-auto px-gutter", {
  variants: {
    /** A list over the whole width, something to be read in one column, or a document with a column beside it. */
    width: {
      list: "max-w-public pt-7 pb-10 max-md:px-4 max-md:pt-5 max-md:pb-8",
      article: "max-w-article pt-7 pb-10 max-md:px-4 max-md:pt-5 max-md:pb-8",
      document:
        "my-6 grid max-w-public grid-cols-[minmax(0,1fr)_--spacing(73)] items-start gap-6 max-lg:grid-cols-1 max-md:m-0 max-md:gap-4 max-md:p-0 print:m-0 print:block",
      page: "w-full max-w-page py-gutter max-md:p-4",
    },
  },
});

type PublicPageProps = {
  /** Whose reports these are; null where they are everybody's. */
  district: string | null;
  width: "list" | "article" | "document" | "page";
  /** The navigation, where it is not that of the published reports. */
  links?: readonly PublicLink[];
  children: ReactNode;
};

/**
 * A page that needs no sign-in: head, content and foot. Head and foot are as wide as the content: something in it that
 * takes the width of the signed-in pages says so by `data-wide-page`. Nothing here is a client component.
 */
export function PublicPage({ district, width, links, children }: PublicPageProps): ReactNode {
  const t = useTranslations("shell.public");
  return (
    <div className="group/page">
      <SkipLink />
      <PublicHeader district={district} {...(links ? { links } : {})} />
      <main className={main({ width })} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer
        className={cn(
          "mx-auto flex max-w-public flex-wrap gap-x-5 gap-y-1 px-gutter pt-4 pb-8 text-xs text-ink-3 print:hidden",
          "group-has-data-wide-page/page:max-w-page",
        )}
      >
        <span>{t("footer")}</span>
        <a href="/reports">{t("reports")}</a>
        <a href="/checkup">{t("checkup")}</a>
        <a href="/sign-in">{t("signIn")}</a>
      </footer>
    </div>
  );
}
