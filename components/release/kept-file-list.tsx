import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DownloadIcon } from "@/components/icons";
import { buttonClass } from "@/components/ui/button-class";
import { Empty } from "@/components/ui/empty";
import { useFileSize } from "@/components/ui/use-file-size";
import type { KeptFile } from "@/db/queries/kept-files";
import { REFUSAL_CODES } from "@/lib/domain/refusal";
import { formatMoment } from "@/lib/i18n/dates";

type ListedFile = KeptFile & { href: string; isOutdated: boolean };

/** The files that were asked for: what each is, how far it is, and where it is fetched. */
export function KeptFileList({ files, now }: { files: readonly ListedFile[]; now: Date }): ReactNode {
  const t = useTranslations("release.files");
  if (files.length === 0) return <Empty title={t("none")}>{t("noneText")}</Empty>;
  const waiting = files.filter((file) => file.state === "waiting").toReversed();
  return (
    <ul className="kf">
      {files.map((file) => (
        <li key={file.id}>
          <KeptFileRow file={file} ahead={waiting.indexOf(file)} now={now} />
        </li>
      ))}
    </ul>
  );
}

function KeptFileRow({ file, ahead, now }: { file: ListedFile; ahead: number; now: Date }): ReactNode {
  const t = useTranslations("release");
  const locale = useLocale();
  const sizeOf = useFileSize();
  const { charts, unitAnnexes, archive } = file.choices;
  const marks = [
    unitAnnexes ? t("print.annexes") : "",
    charts ? "" : t("print.noCharts"),
    archive ? t("files.archive") : "",
  ].filter(Boolean);
  return (
    <>
      <span className="grow">
        <b>{file.format.toUpperCase()}</b> {marks.length > 0 ? <span className="sec">{marks.join(" · ")}</span> : null}
        <span className="sm muted kf-by">
          {t("files.askedBy", { name: file.askedByName, time: formatMoment(file.askedAt, now, locale) })}
          {file.isOutdated ? ` · ${t("files.outdated")}` : ""}
        </span>
      </span>
      {file.state === "done" ? (
        <a className={buttonClass({ size: "small" })} href={file.href} download>
          <DownloadIcon isSmall />
          {t("files.download", { size: sizeOf(file.bytes ?? 0) })}
        </a>
      ) : (
        <FileState file={file} ahead={ahead} />
      )}
    </>
  );
}

function FileState({ file, ahead }: { file: KeptFile; ahead: number }): ReactNode {
  const t = useTranslations("release.files");
  const refusals = useTranslations("refusals");
  if (file.state === "failed") {
    const code = REFUSAL_CODES.find((one) => one === file.problem?.code) ?? "file_not_written";
    return <span className="sm t-danger kf-why">{refusals(code, { ...file.problem?.details })}</span>;
  }
  if (file.state === "waiting") return <span className="sm sec">{t("waiting", { ahead: Math.max(0, ahead) })}</span>;
  return (
    <span className="sm sec" role="status">
      {file.partsTotal > 1 ? t("workingOn", { part: file.partsDone + 1, total: file.partsTotal }) : t("working")}
    </span>
  );
}
