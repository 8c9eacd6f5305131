import { withPublic } from "@/db/connect";
import { getKeptFile } from "@/db/queries/kept-files";
import { getPublicReport } from "@/db/queries/reports";
import { choicesOfQuery, isLargeFile, tagOfChoices } from "@/lib/domain/kept-file";
import { fileNameOf, getRenderer } from "@/lib/render";
import { keyOfFile } from "@/lib/services/ask-for-file";
import { loadPrint } from "@/lib/services/load-print";
import { writeReportFile } from "@/lib/services/write-report-file";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

/**
 * A file of a published report, for anybody, printed as the office fixed it; `archive` in the address asks for PDF/A.
 * What is published under an id never changes, so that it may be kept.
 */
export async function GET(request: Request, { params }: RouteContext<"/reports/[reportId]/download/[format]">) {
  const { reportId, format } = await params;
  const renderer = getRenderer(format);
  if (!renderer || !isId(reportId)) return notFoundResponse();
  const found = await withPublic(getDb(), async (tx) => {
    const report = await getPublicReport(tx, { id: reportId });
    if (!report) return null;
    const print = await loadPrint(tx, report, renderer.format);
    const { archive } = choicesOfQuery(new URL(request.url).searchParams, print.choices);
    const choices = { ...print.choices, archive: archive && renderer.format === "pdf" };
    const key = keyOfFile(report.documentHash ?? report.id, renderer.format, choices, print.letterhead);
    const isLarge = isLargeFile(report.document, renderer.format, choices);
    const kept = isLarge ? await getKeptFile(tx, { districtId: report.districtId, key }) : null;
    return { report, choices, letterhead: print.letterhead, kept };
  });
  if (!found) return notFoundResponse();
  const { document } = found.report;
  const { choices, letterhead } = found;
  return fileResponse(request, {
    tag: `${found.report.documentHash ?? found.report.id}-${renderer.format}${tagOfChoices(choices)}`,
    name: fileNameOf(document, renderer.format, choices),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "public, max-age=31536000, immutable",
    write: async () => found.kept?.file ?? (await writeReportFile(document, renderer.format, { choices, letterhead })),
  });
}
