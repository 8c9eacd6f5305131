import type { Db } from "@/db/connect";
import { listKeptFiles } from "@/db/queries/kept-files";
import { countRows, isLargeFile } from "@/lib/domain/kept-file";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { RENDERERS, renderReport } from "@/lib/render";
import type { RenderFormat } from "@/lib/render/render-format";
import { keyOfFile } from "@/lib/services/ask-for-file";
import { getPrint, type Print } from "@/lib/services/print-choices";

/** What a report can be downloaded as, with the size of the file; a large one that is not written yet has none. */
export type Download = { format: RenderFormat; bytes: number | null };

/** Sizes never change for a hash, so that keeping them in a process is safe; the oldest go first. */
const KEPT = 500;
const sizes = new Map<string, Promise<Download[]>>();

/** What the files of a published report are written from, and the sizes of those that are kept. */
export type PublishedFiles = {
  document: ReportDocument;
  documentHash: string;
  print: Print;
  keptBytes: ReadonlyMap<RenderFormat, number>;
};

/** A step of other services: what the files of a published report are written from. */
export async function getPublishedFiles(tx: Db, entry: ReportEntry, document: ReportDocument): Promise<PublishedFiles> {
  const [print, kept] = await Promise.all([
    getPrint(tx, entry, "docx"),
    listKeptFiles(tx, { districtId: entry.districtId, reportId: entry.id }),
  ]);
  const documentHash = entry.documentHash ?? entry.id;
  const keptBytes = new Map<RenderFormat, number>();
  for (const { format } of RENDERERS) {
    const letterhead = format === "docx" || format === "zip" ? print.letterhead : null;
    const key = keyOfFile(documentHash, format, print.choices, letterhead);
    const bytes = kept.find((file) => file.key === key)?.bytes;
    if (bytes) keptBytes.set(format, bytes);
  }
  return { document, documentHash, print, keptBytes };
}

/** The files of a published report and how large they are. Small ones are made once for each hash, to be measured. */
export async function measureDownloads(files: PublishedFiles): Promise<Download[]> {
  const small = await measureOnce(files);
  return RENDERERS.flatMap(({ format }): Download[] => {
    if (isLargeFile(countRows(files.document), format, files.print.choices)) {
      return [{ format, bytes: files.keptBytes.get(format) ?? null }];
    }
    return small.filter((download) => download.format === format);
  });
}

function measureOnce(files: PublishedFiles): Promise<Download[]> {
  const known = sizes.get(files.documentHash);
  if (known) return known;
  const measured = measure(files);
  sizes.set(files.documentHash, measured);
  measured.catch(() => sizes.delete(files.documentHash));
  const oldest = sizes.keys().next();
  if (sizes.size > KEPT && !oldest.done) sizes.delete(oldest.value);
  return measured;
}

async function measure({ document, print }: PublishedFiles): Promise<Download[]> {
  const options = { ...print.choices, ...(print.letterhead ? { letterhead: print.letterhead.file } : {}) };
  const result: Download[] = [];
  for (const { format } of RENDERERS.filter(
    (candidate) => !isLargeFile(countRows(document), candidate.format, print.choices),
  )) {
    const bytes = await renderReport(document, format, options);
    result.push({ format, bytes: bytes.byteLength });
  }
  return result;
}
