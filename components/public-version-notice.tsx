import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { ReportDocument } from "@/lib/domain/report-document";
import { formatFigure } from "@/lib/i18n/numbers";

/** Over a version that has been corrected: which one counts. */
export function SupersededNotice({ version, href }: { version: number; href: string }): ReactNode {
  const t = useTranslations("public.report");
  return (
    <Alert kind="warning" className="doc-al">
      <b>{t("superseded")}</b>
      {t("supersededText", { version })} <a href={href}>{t("readNewest", { version })}</a>
    </Alert>
  );
}

type ErratumNoticeProps = { erratum: NonNullable<ReportDocument["erratum"]>; version: number };

/** In a correction: what it corrects, figure by figure, and why. */
export function ErratumNotice({ erratum, version }: ErratumNoticeProps): ReactNode {
  const t = useTranslations("public.report");
  const { differences, supersedesVersion, reason } = erratum;
  return (
    <section className="doc-er" aria-labelledby="erratum">
      <h2 id="erratum">{t("erratum", { version })}</h2>
      <p>
        {differences.length > 0
          ? t("erratumText", { before: supersedesVersion, count: differences.length, reason })
          : t("erratumTextOnly", { before: supersedesVersion, reason })}
      </p>
      {differences.length > 0 ? <Differences differences={differences} /> : null}
    </section>
  );
}

type DifferencesProps = { differences: ErratumNoticeProps["erratum"]["differences"] };

/** Each figure that changed, before and after. */
export function Differences({ differences }: DifferencesProps): ReactNode {
  const t = useTranslations("public");
  return (
    <table className="tb er-tb">
      <caption className="sr">{t("report.difference.caption")}</caption>
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
            <td className="num b">{formatFigure(after) || t("figure.blank")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
