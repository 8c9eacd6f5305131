import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The first thing that the keyboard reaches; leads past the navigation to the element `main`. */
export function SkipLink(): ReactNode {
  const t = useTranslations("shell");
  return (
    <a className="skip" href="#main">
      {t("skip")}
    </a>
  );
}
