import { DownloadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { useFileSize } from "@/components/ui/use-file-size";

type Format = "pdf" | "docx" | "xlsx" | "html" | "csv" | "json" | "xml" | "zip";

/** A large file that is not written yet has no size. */
export type DownloadLink = { format: Format; bytes: number | null; href: string };

/** A line of the list: the file, what it is good for, how large it is. */
export const FILE = "grid grid-cols-[--spacing(19)_1fr_auto] items-center px-4 py-1.5 max-md:min-h-row-lg";

const FILE_LINK = "flex items-center gap-1.5";

/** The files of a report, what each is good for and how large it is. */
export function DownloadCard({
  downloads,
  figures,
  archiveHref,
  schemaHrefs,
}: {
  downloads: readonly DownloadLink[];
  figures: number;
  archiveHref: string;
  /** Where the forms of the data files are described. */
  schemaHrefs: { json: string; xml: string };
}): ReactNode {
  const t = useTranslations("public");
  const sizeOf = useFileSize();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("side.downloads")}</CardTitle>
      </CardHeader>
      <ul className="py-1.5" id="downloads">
        {downloads.map(({ format, bytes, href }) => (
          <li key={format} className={FILE}>
            <a className={FILE_LINK} href={href} download>
              <DownloadIcon className="size-3.5" />
              <b>{format.toUpperCase()}</b>
            </a>
            <span className="text-ink-3 text-sm">{t(`format.${format}`, { count: figures })}</span>
            <span className="text-right text-sm whitespace-nowrap text-ink-2">
              {bytes === null ? null : sizeOf(bytes)}
            </span>
          </li>
        ))}
        {downloads.some(({ format }) => format === "pdf") ? (
          <li className={FILE}>
            <a className={FILE_LINK} href={archiveHref} download>
              <DownloadIcon className="size-3.5" />
              <b>PDF/A</b>
            </a>
            <span className="text-ink-3 text-sm">{t("formatArchive")}</span>
          </li>
        ) : null}
      </ul>
      <CardContent className="text-sm text-ink-2 [&_a]:underline">
        {t.rich("schemas", {
          json: (chunks) => <a href={schemaHrefs.json}>{chunks}</a>,
          xml: (chunks) => <a href={schemaHrefs.xml}>{chunks}</a>,
        })}
      </CardContent>
    </Card>
  );
}

/** On a phone the downloads come before the text. */
export function DownloadRow({ downloads }: { downloads: readonly DownloadLink[] }): ReactNode {
  const t = useTranslations("public.report");
  const sizeOf = useFileSize();
  const first = downloads[0];
  if (!first) return null;
  return (
    <div className="hidden max-md:block">
      <div className="mt-3.5 flex gap-2 font-sans print:hidden">
        <a className={cn(buttonVariants(), "flex-1 text-base")} href={first.href} download>
          <DownloadIcon />
          {t("downloadFirst", {
            format: first.format.toUpperCase(),
            size: first.bytes === null ? "" : sizeOf(first.bytes),
          })}
        </a>
        <a className={cn(buttonVariants(), "flex-1 text-base")} href="#downloads">
          {t("otherFormats")}
        </a>
      </div>
    </div>
  );
}
