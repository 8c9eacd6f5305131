import { DownloadIcon, SearchIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { YearsChart } from "@/components/public/public-years-chart";
import { buttonVariants } from "@/components/ui/button-variants";
import { Select } from "@/components/ui/select";
import { formatFullDay } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

export type ListedReport = {
  id: string;
  year: number;
  version: number;
  publishedAt: Date | null;
  isImported: boolean;
  received: string | null;
  concluded: string | null;
  href: string;
  downloadHref: string;
};

export type ListedDistrict = { districtId: string; name: string; reports: readonly ListedReport[] };

/** A district's reports with what one asks of them first, and its requests over the years. */
export function DistrictReports({ district }: { district: ListedDistrict }): ReactNode {
  const t = useTranslations("public");
  const { districtId, name, reports } = district;
  return (
    <section className="card dist" aria-labelledby={`district-${districtId}`}>
      <div className="card-h">
        <h2 id={`district-${districtId}`}>{name}</h2>
      </div>
      <div className="dist-b">
        <table className="tb tb-stack">
          <caption className="sr-only">{t("list.caption", { district: name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("list.columns.year")}</th>
              <th scope="col">{t("list.columns.published")}</th>
              <th scope="col">{t("list.columns.version")}</th>
              <th scope="col" className="num">
                {t("list.columns.received")}
              </th>
              <th scope="col" className="num">
                {t("list.columns.concluded")}
              </th>
              <th scope="col">
                <span className="sr-only">{t("list.columns.download")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <ReportRow key={report.id} report={report} district={name} />
            ))}
          </tbody>
        </table>
        <YearsChart
          title={t("chart.received")}
          unit={t("chart.unitOfRequests")}
          values={reports.map(({ year, received }) => ({ year, value: received }))}
        />
      </div>
    </section>
  );
}

function ReportRow({ report, district }: { report: ListedReport; district: string }): ReactNode {
  const t = useTranslations();
  const locale = useLocale();
  const year = String(report.year);
  return (
    <tr>
      <th scope="row">
        <a href={report.href} aria-label={t("public.list.readName", { district, year })}>
          {t("public.list.read", { year })}
        </a>
      </th>
      <td className="text-sm text-ink-2 whitespace-nowrap">
        {report.publishedAt ? formatFullDay(report.publishedAt, locale) : null}
      </td>
      <td className="text-sm text-ink-2 whitespace-nowrap">
        {report.isImported ? t("public.list.imported") : t("common.version", { version: report.version })}
      </td>
      <td className="num" data-label={t("public.list.columns.received")}>
        {formatFigure(report.received)}
      </td>
      <td className="num" data-label={t("public.list.columns.concluded")}>
        {formatFigure(report.concluded)}
      </td>
      <td className="num">
        <a
          className="text-sm whitespace-nowrap"
          href={report.downloadHref}
          download
          aria-label={t("public.list.downloadName", { district, year })}
        >
          <DownloadIcon className="size-3.5" /> PDF
        </a>
      </td>
    </tr>
  );
}

type FindFormProps = {
  action: string;
  districtName: string;
  year: string;
  years: readonly number[];
  isFiltered: boolean;
};

/** Finds by the district's name and the year; a plain form, so that the address can be passed on. */
export function FindReports({ action, districtName, year, years, isFiltered }: FindFormProps): ReactNode {
  const t = useTranslations("public.list");
  const all = { value: "", label: t("allYears") };
  return (
    <form className="find" action={action}>
      <label className="sr-only" htmlFor="find-district">
        {t("findLabel")}
      </label>
      <input
        className="in"
        id="find-district"
        name="q"
        type="search"
        placeholder={t("find")}
        defaultValue={districtName}
      />
      <Select
        name="year"
        aria-label={t("year")}
        defaultValue={year}
        choices={[all, ...years.map((one) => ({ value: String(one), label: String(one) }))]}
      />
      <button className={buttonVariants({})} type="submit">
        <SearchIcon />
        {t("search")}
      </button>
      {isFiltered ? (
        <a className={buttonVariants({ variant: "ghost" })} href={action}>
          {t("clear")}
        </a>
      ) : null}
    </form>
  );
}
