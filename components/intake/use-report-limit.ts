import { useTranslations } from "next-intl";
import type { FileLimit } from "@/components/ui/file-field";
import { REPORT_FILE_MAX_BYTES } from "@/lib/domain/report-file";

/** How large a report's file may be, and what is said of a larger one. */
export function useReportLimit(): FileLimit {
  const t = useTranslations("intake.problems");
  return { bytes: REPORT_FILE_MAX_BYTES, sentence: t("too_large") };
}
