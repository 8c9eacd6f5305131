import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The first thing that the keyboard reaches; leads past the navigation to the element `main`. */
export function SkipLink(): ReactNode {
  const t = useTranslations("shell");
  return (
    <a
      className="fixed top-2 left-2 z-60 -translate-y-[200%] rounded-sm bg-ink px-3.5 py-1.5 text-white focus:translate-y-0 print:hidden"
      href="#main"
    >
      {t("skip")}
    </a>
  );
}
