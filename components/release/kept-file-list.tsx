import { DownloadIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Empty } from "@/components/ui/empty";
import { useFileSize } from "@/components/ui/use-file-size";
import type { KeptFile } from "@/lib/domain/kept-file";
import { REFUSAL_CODES } from "@/lib/domain/refusal";
import { formatMoment } from "@/lib/i18n/dates";

type ListedFile = KeptFile & { href: string; isOutdated: boolean };

/** The files that were asked for: what each is, how far it is, and where it is fetched. */
export function KeptFileList({ files, now }: { files: readonly ListedFile[]; now: Date }): ReactNode {
  const t = useTranslations("release.files");
  if (files.length === 0) return <Empty title={t("none")}>{t("noneText")}</Empty>;
  const waiting = files.filter((file) => file.state === "waiting").toReversed();
  return (
    <ul>
      {files.map((file) => (
        <li
          key={file.id}
          className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2 first:border-t-0"
        >
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
      <span className="min-w-0 flex-1">
        <b>{file.format.toUpperCase()}</b>{" "}
        {marks.length > 0 ? <span className="text-ink-2">{marks.join(" · ")}</span> : null}
        <span className="block text-sm text-ink-3">
          {t("files.askedBy", { name: file.askedByName, time: formatMoment(file.askedAt, now, locale) })}
          {file.isOutdated ? ` · ${t("files.outdated")}` : ""}
        </span>
      </span>
      {file.state === "done" ? (
        <a className={buttonVariants({ size: "sm" })} href={file.href} download>
          <DownloadIcon className="size-3.5" />
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
    const code = REFUSAL_CODES.find((code) => code === file.problem?.code) ?? "file_not_written";
    return (
      <span className="max-w-[42ch] text-sm text-danger">
        {refusals(code, { reason: "fault", ...file.problem?.details })}
      </span>
    );
  }
  if (file.state === "waiting")
    return <span className="text-sm text-ink-2">{t("waiting", { ahead: Math.max(0, ahead) })}</span>;
  return (
    <span className="text-sm text-ink-2" role="status">
      {file.partsTotal > 1 ? t("workingOn", { part: file.partsDone + 1, total: file.partsTotal }) : t("working")}
    </span>
  );
}
