import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type SkipLinkProps = {
  href?: `#${string}`;
  /** What it leads to; the page's content where nothing is said. */
  children?: ReactNode;
};

/** In sight only while it has the focus. The first one of a page leads past the navigation to the element `main`. */
export function SkipLink({ href = "#main", children }: SkipLinkProps): ReactNode {
  const t = useTranslations("shell");
  return (
    <a
      data-skip-link
      className="fixed -top-20 left-2 z-60 rounded-sm bg-ink px-3.5 py-1.5 text-white focus:top-2 print:hidden"
      href={href}
    >
      {children ?? t("skip")}
    </a>
  );
}
