import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { anchorOfMark, type CheckedTextView } from "@/components/checkup/checkup-view";

const MARK = { error: "ck-m fe", warning: "ck-m fw", info: "ck-m fi" } as const;

/** The report's text under its headings; words that a finding is about are marked with its number. */
export function CheckUpTexts({ texts }: { texts: readonly CheckedTextView[] }): ReactNode {
  const t = useTranslations("intake.checkup");
  if (texts.length === 0) return null;
  return (
    <section id="part-text" className="ck-part ck-text" aria-label={t("text_part")}>
      {texts.map((text) => (
        <div key={text.key}>
          {text.title === "" ? null : (
            <h4>
              {text.number}
              {text.title}
            </h4>
          )}
          {text.paragraphs.map((pieces, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a report that was read does not change.
            <p key={line}>
              {pieces.map((piece, place) =>
                piece.mark ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <mark key={place} id={anchorOfMark(piece.mark.number)} className={MARK[piece.mark.severity]}>
                    <a className="ck-no" href={`#finding-${piece.mark.number}`}>
                      {piece.mark.number}
                    </a>
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
