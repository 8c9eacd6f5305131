import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";

/** What somebody is told who asks for what is not there, or may not see it: out of scope is "not found". */
export function MissingPage(): ReactNode {
  const t = useTranslations("shell.notFound");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mt8">{t("text")}</p>
      <div className="row row-w mt16">
        <a className={buttonClass({ kind: "primary" })} href="/">
          {t("home")}
        </a>
        <a className={buttonClass({})} href="/reports">
          {t("reports")}
        </a>
      </div>
    </>
  );
}
