import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DownloadIcon } from "@/components/icons";
import { Card } from "@/components/ui/card";
import { StateTag } from "@/components/ui/state-tag";
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
    <Card title={t("release.downloads.title")}>
      <p className="card-b sm sec">
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
              <DownloadIcon isSmall />
              <b>{format.toUpperCase()}</b>
            </a>
            <span className="muted sm">
              {format === "pdf" && (state === "draft" || state === "final")
                ? t(`release.downloads.pdf_${state}`)
                : t(`public.format.${format}`, { count: figures })}
            </span>
          </li>
        ))}
      </ul>
      <p className="card-b sm">
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
  return (
    <Card title={t("title")} className="mt16">
      {explanations.length === 0 ? <p className="card-b sm muted">{t("none")}</p> : null}
      <ul>
        {explanations.map(({ unit, findingId, finding, body, authorName, note }) => (
          <li key={`${unit} ${findingId}`} className="fd">
            <div className="fd-h">
              <b>{unit ?? authorName}</b>
              <span>{finding ? describePlace(finding, format) : null}</span>
            </div>
            <p className="qt sm">{body}</p>
            {note === null ? null : (
              <p className="sm mt4">
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
    <Card title={t("title")} className="mt16">
      <ul className="cl">
        {versions.map(({ id, version, state, publishedAt, href }) => (
          <li key={id}>
            <span className="grow">
              {href ? <Link href={href}>{t("version", { version })}</Link> : t("version", { version })}
            </span>
            {publishedAt ? <span className="xs muted nowrap">{formatFullDay(publishedAt, locale)}</span> : null}
            <StateTag state={`report_${state}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
