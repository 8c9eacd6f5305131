import { useTranslations } from "next-intl";
import { MissingPage } from "@/components/shell/missing-page";
import { NoticeFrame } from "@/components/shell/notice-frame";

/** An address that nothing is at, with a frame of its own. */
export default function NotFoundPage() {
  const t = useTranslations("shell");
  return (
    <NoticeFrame brand={t("brand")}>
      <MissingPage />
    </NoticeFrame>
  );
}
