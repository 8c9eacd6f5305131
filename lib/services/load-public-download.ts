import { type Db, withPublic } from "@/db/connect";
import { getKeptFile } from "@/db/queries/kept-files";
import { getPublicReport } from "@/db/queries/public-reports";
import { countRows, isLargeFile, type PrintChoices } from "@/lib/domain/kept-file";
import type { ReportDocument } from "@/lib/domain/report-document";
import type { RenderFormat } from "@/lib/render/render-format";
import { keyOfFile } from "@/lib/services/ask-for-file";
import { getPrint, type Print } from "@/lib/services/print-choices";

/** What a file of a published report is written from. */
export type PublicDownload = {
  document: ReportDocument;
  documentHash: string;
  choices: PrintChoices;
  letterhead: Print["letterhead"];
  /** The file itself, where it is a large one that was written beforehand. */
  kept: Uint8Array | null;
};

/** Loads what a file of a published report is written from; null for anything that is not published. */
export async function loadPublicDownload(
  db: Db,
  { reportId, format, isArchive }: { reportId: string; format: RenderFormat; isArchive: boolean },
  _now: Date,
): Promise<PublicDownload | null> {
  return withPublic(db, async (tx) => {
    const report = await getPublicReport(tx, { id: reportId });
    if (!report) return null;
    const { document, districtId } = report;
    const documentHash = report.documentHash ?? report.id;
    const { letterhead, choices: fixed } = await getPrint(tx, report, format);
    const choices = { ...fixed, archive: isArchive && format === "pdf" };
    const key = keyOfFile(documentHash, format, choices, letterhead);
    const keptFile = isLargeFile(countRows(document), format, choices)
      ? await getKeptFile(tx, { districtId, key })
      : null;
    return { document, documentHash, choices, letterhead, kept: keptFile?.file ?? null };
  });
}
