import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { anchorOfMark, type CheckedTextView } from "@/components/checkup/checkup-view";
import { FindingNumberLink } from "@/components/checkup/finding-number";
import { cn } from "@/components/ui/cn";

const TONE = {
  error: "bg-danger-soft text-danger",
  warning: "bg-warn-soft text-warn",
  info: "bg-accent-wash text-accent",
} as const;

/** The report's text under its headings; words that a finding is about are marked with its number. */
export function CheckUpTexts({ texts }: { texts: readonly CheckedTextView[] }): ReactNode {
  const t = useTranslations("intake.checkup");
  if (texts.length === 0) return null;
  return (
    <section id="part-text" className="max-w-190 px-4 pt-1 pb-3" aria-label={t("text_part")}>
      {texts.map((text) => (
        <div key={text.key}>
          {text.title === "" ? null : (
            <h4 className="mt-3 font-bold">
              {text.number}
              {text.title}
            </h4>
          )}
          {text.paragraphs.map((pieces, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a report that was read does not change.
            <p key={line} className="mt-1 leading-6 wrap-anywhere">
              {pieces.map((piece, place) =>
                piece.mark ? (
                  <mark
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    key={place}
                    id={anchorOfMark(piece.mark.number)}
                    className={cn(
                      "target:outline-2 target:outline-offset-2 target:outline-focus",
                      TONE[piece.mark.severity],
                    )}
                  >
                    <FindingNumberLink
                      className="mr-0.75"
                      number={piece.mark.number}
                      severity={piece.mark.severity}
                      href={`#finding-${piece.mark.number}`}
                    />
                    {piece.text}
                  </mark>
                ) : (
                  piece.text
                ),
              )}
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
