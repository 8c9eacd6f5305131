import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/icons";
import { MissingPage } from "@/components/shell/missing-page";

/** An address that nothing is at, with a frame of its own. */
export default function NotFoundPage() {
  const t = useTranslations("shell");
  return (
    <>
      <header className="pubtop">
        <div className="pt-in">
          <a className="brand" href="/">
            <BrandMark />
            {t("brand")}
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page notice">
        <MissingPage />
      </main>
    </>
  );
}
