import { choicesOfQuery, tagOfChoices, USUAL_CHOICES } from "@/lib/domain/kept-file";
import { fileNameOf, getRenderer } from "@/lib/render";
import { loadPublicDownload } from "@/lib/services/load-public-download";
import { writeReportFile } from "@/lib/services/write-report-file";
import { isId } from "@/lib/web/current-cycle";
import { FOR_ANY_SITE } from "@/lib/web/data-response";
import { readPublished } from "@/lib/web/database";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

/**
 * A file of a published report, for anybody, printed as the office fixed it; `archive` in the address asks for PDF/A.
 * What is published under an id never changes, so that it may be kept.
 */
export async function GET(request: Request, { params }: RouteContext<"/reports/[reportId]/download/[format]">) {
  const { reportId, format } = await params;
  const renderer = getRenderer(format);
  if (!renderer || !isId(reportId)) return notFoundResponse();
  const { archive: isArchive } = choicesOfQuery(new URL(request.url).searchParams, USUAL_CHOICES);
  const wanted = { reportId, format: renderer.format, isArchive };
  const { result: found } = await readPublished((db) => loadPublicDownload(db, wanted, new Date()));
  if (!found) return notFoundResponse();
  const { document, documentHash, choices, letterhead, kept } = found;
  return fileResponse(request, {
    tag: `${documentHash}-${renderer.format}${tagOfChoices(choices)}`,
    name: fileNameOf(document, renderer.format, choices),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "public, max-age=31536000, immutable",
    headers: FOR_ANY_SITE,
    write: async () => kept ?? (await writeReportFile(document, renderer.format, { choices, letterhead })),
  });
}
