import { DownloadIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRuleWords } from "@/components/findings/finding-text";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Line, LineList } from "@/components/ui/line-list";
import { Quote, Remark, RemarkHeader } from "@/components/ui/remark";
import { StateBadge } from "@/components/ui/state-badge";
import { describePlace } from "@/lib/domain/check/describe-finding";
import type { GivenExplanation } from "@/lib/domain/explanation";
import type { Format as ReportFormat } from "@/lib/domain/format";
import type { ReportState } from "@/lib/domain/report";
import { formatFullDay } from "@/lib/i18n/dates";

type Format = "pdf" | "docx" | "xlsx" | "html" | "csv" | "json" | "xml" | "zip";

type ReleaseDownloadsProps = {
  state: ReportState;
  figures: number;
  files: readonly { format: Format; href: string; isLarge: boolean }[];
  /** Where files are made with other choices, and large ones. */
  moreHref: string;
};

/** Every file type of the report as it stands, and what that means for the files. */
export function ReleaseDownloads({ state, figures, files, moreHref }: ReleaseDownloadsProps): ReactNode {
  const t = useTranslations();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("release.downloads.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <p className="text-sm text-ink-2">
          {t(`release.downloads.${state === "draft" || state === "final" ? state : "published"}`)}
        </p>
      </CardContent>
      <ul className="border-t border-line py-1.5">
        {files.map(({ format, href, isLarge }) => (
          <li key={format} className="grid grid-cols-[--spacing(19)_1fr] items-center px-4 py-1.5 max-md:min-h-row-lg">
            <a
              className="flex items-center gap-1.5"
              href={href}
              download={isLarge ? undefined : true}
              aria-label={t("release.downloads.name", { format: format.toUpperCase() })}
            >
              <DownloadIcon className="size-3.5" />
              <b>{format.toUpperCase()}</b>
            </a>
            <span className="text-sm text-ink-3">
              {format === "pdf" && (state === "draft" || state === "final")
                ? t(`release.downloads.pdf_${state}`)
                : t(`public.format.${format}`, { count: figures })}
            </span>
          </li>
        ))}
      </ul>
      <CardContent>
        <p className="text-sm">
          <Link href={moreHref}>{t("release.files.more")}</Link>
        </p>
      </CardContent>
    </Card>
  );
}

type ReleaseNotesProps = {
  format: ReportFormat;
  explanations: readonly (GivenExplanation & { unit: string | null; authorName: string; note: string | null })[];
};

/** Every reason that stands in for a correction, for the one who signs the report; and which of them it prints. */
export function ReleaseNotes({ format, explanations }: ReleaseNotesProps): ReactNode {
  const t = useTranslations("release.notes");
  const inWords = useRuleWords();
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      {explanations.length === 0 ? <CardContent className="text-sm text-ink-3">{t("none")}</CardContent> : null}
      <ul>
        {explanations.map(({ unit, findingId, finding, body, authorName, note }) => (
          <Remark key={`${unit} ${findingId}`}>
            <RemarkHeader>
              <b>{unit ?? authorName}</b>
              <span>{finding ? inWords(describePlace(finding, format)) : null}</span>
            </RemarkHeader>
            <Quote>{body}</Quote>
            {note === null ? null : (
              <p className="text-sm">
                <b>{t("printed")}</b> {note}
              </p>
            )}
          </Remark>
        ))}
      </ul>
    </Card>
  );
}

export type ReleaseVersion = {
  id: string;
  version: number;
  state: ReportState;
  publishedAt: Date | null;
  /** Null for a version that is not published. */
  href: string | null;
};

/** The versions of this year's report. */
export function ReleaseVersions({ versions }: { versions: readonly ReleaseVersion[] }): ReactNode {
  const t = useTranslations("release.versions");
  const locale = useLocale();
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <LineList>
        {versions.map(({ id, version, state, publishedAt, href }) => (
          <Line key={id}>
            <span className="min-w-0 flex-1">
              {href ? <Link href={href}>{t("version", { version })}</Link> : t("version", { version })}
            </span>
            {publishedAt ? (
              <span className="text-xs whitespace-nowrap text-ink-3">{formatFullDay(publishedAt, locale)}</span>
            ) : null}
            <StateBadge state={`report_${state}`} />
          </Line>
        ))}
      </LineList>
    </Card>
  );
}
