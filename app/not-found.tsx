import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/icons";
import { buttonClass } from "@/components/ui/button-class";

/** Also what somebody sees who may not see the thing: out of scope is "not found". */
export default function NotFoundPage() {
  const brand = useTranslations("shell");
  const t = useTranslations("shell.notFound");
  return (
    <>
      <header className="pubtop">
        <div className="pt-in">
          <a className="brand" href="/">
            <BrandMark />
            {brand("brand")}
          </a>
        </div>
      </header>
      <main className="page notice">
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
      </main>
    </>
  );
}
