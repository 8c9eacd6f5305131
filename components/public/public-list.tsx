import { DownloadIcon, SearchIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { YearsChart } from "@/components/public/public-years-chart";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Table } from "@/components/ui/table";
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
    <Card className="mb-4" aria-labelledby={`district-${districtId}`}>
      <CardHeader>
        <CardTitle id={`district-${districtId}`}>{name}</CardTitle>
      </CardHeader>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-6 max-md:grid-cols-1">
        <ReportTable reports={reports} district={name} />
        <YearsChart
          title={t("chart.received")}
          unit={t("chart.unitOfRequests")}
          values={reports.map(({ year, received }) => ({ year, value: received }))}
        />
      </div>
    </Card>
  );
}

function ReportTable({ reports, district }: { reports: readonly ListedReport[]; district: string }): ReactNode {
  const t = useTranslations();
  const locale = useLocale();
  const small = "text-sm whitespace-nowrap text-ink-2";
  return (
    <Table
      caption={t("public.list.caption", { district })}
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "year",
          head: t("public.list.columns.year"),
          isRowHead: true,
          cell: ({ href, year }) => (
            <a href={href} aria-label={t("public.list.readName", { district, year: String(year) })}>
              {t("public.list.read", { year: String(year) })}
            </a>
          ),
        },
        {
          key: "published",
          head: t("public.list.columns.published"),
          className: small,
          cell: ({ publishedAt }) => (publishedAt ? formatFullDay(publishedAt, locale) : null),
        },
        {
          key: "version",
          head: t("public.list.columns.version"),
          className: small,
          cell: ({ isImported, version }) =>
            isImported ? t("public.list.imported") : t("common.version", { version }),
        },
        {
          key: "received",
          head: t("public.list.columns.received"),
          isNumber: true,
          label: t("public.list.columns.received"),
          cell: ({ received }) => formatFigure(received),
        },
        {
          key: "concluded",
          head: t("public.list.columns.concluded"),
          isNumber: true,
          label: t("public.list.columns.concluded"),
          cell: ({ concluded }) => formatFigure(concluded),
        },
        {
          key: "download",
          head: t("public.list.columns.download"),
          isHeadHidden: true,
          isNumber: true,
          cell: ({ downloadHref, year }) => (
            <a
              className="text-sm whitespace-nowrap"
              href={downloadHref}
              download
              aria-label={t("public.list.downloadName", { district, year: String(year) })}
            >
              <DownloadIcon className="size-3.5" /> PDF
            </a>
          ),
        },
      ]}
    />
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
    <form className="mt-4 flex flex-wrap gap-2" action={action}>
      <label className="sr-only" htmlFor="find-district">
        {t("findLabel")}
      </label>
      <Input
        className="w-65"
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
        choices={[all, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
      />
      <button className={buttonVariants()} type="submit">
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
