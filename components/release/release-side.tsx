import { DownloadIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRuleWords } from "@/components/findings/finding-text";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
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
      <p className="card-b text-sm text-ink-2">
        {t(`release.downloads.${state === "draft" || state === "final" ? state : "published"}`)}
      </p>
      <ul className="dl card-f">
        {files.map(({ format, href, isLarge }) => (
          <li key={format}>
            <a
              href={href}
              download={isLarge ? undefined : true}
              aria-label={t("release.downloads.name", { format: format.toUpperCase() })}
            >
              <DownloadIcon className="size-3.5" />
              <b>{format.toUpperCase()}</b>
            </a>
            <span className="text-ink-3 text-sm">
              {format === "pdf" && (state === "draft" || state === "final")
                ? t(`release.downloads.pdf_${state}`)
                : t(`public.format.${format}`, { count: figures })}
            </span>
          </li>
        ))}
      </ul>
      <p className="card-b text-sm">
        <Link href={moreHref}>{t("release.files.more")}</Link>
      </p>
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
      {explanations.length === 0 ? <p className="card-b text-sm text-ink-3">{t("none")}</p> : null}
      <ul>
        {explanations.map(({ unit, findingId, finding, body, authorName, note }) => (
          <li key={`${unit} ${findingId}`} className="fd">
            <div className="fd-h">
              <b>{unit ?? authorName}</b>
              <span>{finding ? inWords(describePlace(finding, format)) : null}</span>
            </div>
            <p className="qt text-sm">{body}</p>
            {note === null ? null : (
              <p className="text-sm mt-1">
                <b>{t("printed")}</b> {note}
              </p>
            )}
          </li>
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
      <ul className="cl">
        {versions.map(({ id, version, state, publishedAt, href }) => (
          <li key={id}>
            <span className="min-w-0 flex-1">
              {href ? <Link href={href}>{t("version", { version })}</Link> : t("version", { version })}
            </span>
            {publishedAt ? (
              <span className="text-xs text-ink-3 whitespace-nowrap">{formatFullDay(publishedAt, locale)}</span>
            ) : null}
            <StateBadge state={`report_${state}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
