import { getDb } from "@/db/client";
import { withPublic } from "@/db/connect";
import { getPublicReport } from "@/db/queries/reports";
import { choicesOfQuery, tagOfChoices } from "@/lib/domain/kept-file";
import { fileNameOf, getRenderer, renderReport } from "@/lib/render";
import { loadPrint } from "@/lib/services/load-print";
import { isId } from "@/lib/web/current-cycle";
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
    return report ? { report, print: await loadPrint(tx, report, renderer.format) } : null;
  });
  if (!found) return notFoundResponse();
  const { document } = found.report;
  const { letterhead, choices: usual } = found.print;
  const { archive } = choicesOfQuery(new URL(request.url).searchParams, usual);
  const choices = { ...usual, archive: archive && renderer.format === "pdf" };
  return fileResponse(request, {
    tag: `${found.report.documentHash ?? found.report.id}-${renderer.format}${tagOfChoices(choices)}`,
    name: fileNameOf(document, renderer.format, choices),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "public, max-age=31536000, immutable",
    write: () =>
      renderReport(document, renderer.format, { ...choices, ...(letterhead ? { letterhead: letterhead.file } : {}) }),
  });
}
