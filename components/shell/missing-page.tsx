import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";

/** What somebody is told who asks for what is not there, or may not see it: out of scope is "not found". */
export function MissingPage(): ReactNode {
  const t = useTranslations("shell.notFound");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mt-2">{t("text")}</p>
      <div className="flex items-center gap-2 flex-wrap mt-4">
        <a className={buttonVariants({ variant: "primary" })} href="/">
          {t("home")}
        </a>
        <a className={buttonVariants({})} href="/reports">
          {t("reports")}
        </a>
      </div>
    </>
  );
}
