import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { Erratum } from "@/lib/domain/erratum";
import { compareTexts } from "@/lib/domain/text-difference";
import { formatFigure } from "@/lib/i18n/numbers";

/** Over a version that has been corrected: which one counts. */
export function SupersededNotice({ version, href }: { version: number; href: string }): ReactNode {
  const t = useTranslations("public.report");
  return (
    <Alert variant="warning" className="doc-al">
      <b>{t("superseded")}</b>
      {t("supersededText", { version })} <a href={href}>{t("readNewest", { version })}</a>
    </Alert>
  );
}

type ErratumNoticeProps = { erratum: Erratum; version: number };

/** In a correction: what it corrects, figure by figure and passage by passage, and why. */
export function ErratumNotice({ erratum, version }: ErratumNoticeProps): ReactNode {
  const t = useTranslations("public.report");
  const { differences, passages, supersedesVersion, reason } = erratum;
  return (
    <section className="doc-er" aria-labelledby="erratum">
      <h2 id="erratum">{t("erratum", { version })}</h2>
      <p>
        {t("erratumText", {
          before: supersedesVersion,
          figures: differences.length,
          passages: passages.length,
          reason,
        })}
      </p>
      <Differences erratum={erratum} />
    </section>
  );
}

/** Each figure and each passage that changed, before and after; nothing where nothing did. */
export function Differences({ erratum: { differences, passages } }: { erratum: Erratum }): ReactNode {
  const t = useTranslations("public");
  return (
    <>
      {differences.length > 0 ? (
        <table className="tb er-tb">
          <caption className="sr-only">{t("report.difference.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("report.difference.cell")}</th>
              <th scope="col" className="num">
                {t("report.difference.before")}
              </th>
              <th scope="col" className="num">
                {t("report.difference.after")}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ cellKey, label, before, after }) => (
              <tr key={cellKey}>
                <th scope="row">{label}</th>
                <td className="num">{formatFigure(before) || t("figure.blank")}</td>
                <td className="num font-bold">{formatFigure(after) || t("figure.blank")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {passages.length > 0 ? <Passages passages={passages} /> : null}
    </>
  );
}

/**
 * What was taken out is struck through, what was put in is underlined, as in the office's versions side by side. Words that only
 * ears and a copy of the text get say the same, lest two numbers run together.
 */
function Passages({ passages }: { passages: Erratum["passages"] }): ReactNode {
  const t = useTranslations("public.report.passage");
  return (
    <dl className="er-ps" aria-label={t("caption")}>
      {passages.map(({ place, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages of one place have no other name, and never move
        <div key={index}>
          <dt>{place}</dt>
          <dd>
            {compareTexts(before ?? "", after ?? "").map((piece, at) => {
              const Tag = piece.kind === "same" ? "span" : piece.kind === "added" ? "ins" : "del";
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text are its order
                <Tag key={at}>
                  {piece.kind === "same" ? null : <span className="sr-only">{t(piece.kind)}</span>}
                  {piece.text}
                  {piece.kind === "same" ? null : <span className="sr-only">{t("end")}</span>}
                </Tag>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
