import { useLocale, useTranslations } from "next-intl";
import type { Format, SectionId } from "@/lib/domain/format";

/**
 * What a sentence calls a section of the form: its number and title as printed, which are Chinese; in English the
 * number as a digit and a short name.
 */
export function useSectionNames(format: Pick<Format, "sections">): {
  number: (sectionId: SectionId) => string;
  title: (sectionId: SectionId) => string;
} {
  const locale = useLocale();
  const name = useTranslations("common.section");
  const indexOf = (sectionId: SectionId) => format.sections.findIndex((section) => section.id === sectionId);
  if (locale === "en") return { number: (id) => String(indexOf(id) + 1), title: (id) => name(id) };
  return {
    number: (id) => format.sections[indexOf(id)]?.number ?? "",
    title: (id) => {
      const section = format.sections[indexOf(id)];
      return section ? `${section.number}、${section.title}` : name(id);
    },
  };
}
