import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { RepeatedSection } from "@/lib/domain/repeated-share";

type RepeatedSectionsProps = {
  sections: readonly RepeatedSection[];
  /** What a section is called: 一、总体情况. */
  nameOf: (sectionId: RepeatedSection["sectionId"]) => string;
};

/** From this share on a section reads like last year's. */
const MUCH = 60;

/** How much of each written section repeats last year's, and its text with what is repeated marked. */
export function RepeatedSections({ sections, nameOf }: RepeatedSectionsProps): ReactNode {
  const t = useTranslations("checks.repeated");
  return (
    <>
      {sections.map(({ sectionId, year, percent, pieces }) => (
        <details key={sectionId} className="border-t border-line text-sm first:border-t-0" data-repeated={percent}>
          <summary className="px-4 py-2">
            {nameOf(sectionId)}{" "}
            <span className={cn(percent >= MUCH ? "font-bold text-warn" : "text-ink-2")}>
              {t("share", { year: String(year), percent })}
            </span>
          </summary>
          <p className="px-4 pb-3 leading-6 wrap-anywhere whitespace-pre-wrap">
            {pieces.map(({ text, isRepeated }, place) =>
              isRepeated ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are cut anew with every text.
                <mark key={place} className="bg-warn-soft">
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </p>
        </details>
      ))}
    </>
  );
}
