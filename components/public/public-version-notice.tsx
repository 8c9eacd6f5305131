import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Table } from "@/components/ui/table";
import type { Erratum } from "@/lib/domain/erratum";
import { compareTexts } from "@/lib/domain/text-difference";
import { formatFigure } from "@/lib/i18n/numbers";

/** Over a version that has been corrected: which one counts. */
export function SupersededNotice({ version, href }: { version: number; href: string }): ReactNode {
  const t = useTranslations("public.report");
  return (
    <Alert variant="warning" className="mt-4 font-sans text-base">
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
    <section className="mt-4 border border-paper-line px-4 py-3 font-sans text-base" aria-labelledby="erratum">
      <h2 className="m-0 indent-0 text-md" id="erratum">
        {t("erratum", { version })}
      </h2>
      <p className="indent-0">
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
        <Table
          className="mt-2"
          caption={t("report.difference.caption")}
          isStacked={false}
          rows={differences}
          rowKey={({ cellKey }) => cellKey}
          columns={[
            {
              key: "cell",
              head: t("report.difference.cell"),
              isRowHead: true,
              className: "font-normal",
              cell: ({ label }) => label,
            },
            {
              key: "before",
              head: t("report.difference.before"),
              isNumber: true,
              cell: ({ before }) => formatFigure(before) || t("figure.blank"),
            },
            {
              key: "after",
              head: t("report.difference.after"),
              isNumber: true,
              className: "font-bold",
              cell: ({ after }) => formatFigure(after) || t("figure.blank"),
            },
          ]}
        />
      ) : null}
      {passages.length > 0 ? <Passages passages={passages} /> : null}
    </>
  );
}

/**
 * What was taken out is struck through, what was put in is underlined, as in the office's versions side by side. Hidden words
 * say the same to screen readers and in copied text, so that two numbers do not run together.
 */
function Passages({ passages }: { passages: Erratum["passages"] }): ReactNode {
  const t = useTranslations("public.report.passage");
  return (
    <dl className="mt-3 grid gap-2" aria-label={t("caption")}>
      {passages.map(({ place, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages of one place have no other name, and never move
        <div key={index}>
          <dt className="text-ink-2">{place}</dt>
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
