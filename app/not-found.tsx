import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/icons";
import { buttonClass } from "@/components/ui/button-class";

/** Also what somebody sees who may not see the thing: out of scope is "not found". */
export default function NotFoundPage() {
  const t = useTranslations("shell.notFound");
  return (
    <main className="page notice">
      <p className="brand">
        <BrandMark />
        年报汇
      </p>
      <h1 className="mt24">{t("title")}</h1>
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
  );
}
