import { useTranslations } from "next-intl";

/** A file's size in the words of the page. */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations("public.file");
  return (bytes) => {
    if (bytes < 1000) return t("bytes", { size: String(bytes) });
    const kilobytes = bytes / 1024;
    if (kilobytes < 1000) return t("kilobytes", { size: String(Math.max(1, Math.round(kilobytes))) });
    return t("megabytes", { size: (kilobytes / 1024).toFixed(1) });
  };
}
