import { useTranslations } from "next-intl";
import { Brand } from "@/components/shell/brand";
import { MissingPage } from "@/components/shell/missing-page";
import { PublicTop } from "@/components/shell/public-top";

/** An address that nothing is at, with a frame of its own. */
export default function NotFoundPage() {
  const t = useTranslations("shell");
  return (
    <>
      <PublicTop>
        <a href="/">
          <Brand name={t("brand")} />
        </a>
      </PublicTop>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-notice p-gutter pt-12 max-md:px-4">
        <MissingPage />
      </main>
    </>
  );
}
