import { getDb } from "@/db/client";
import { withPublic } from "@/db/connect";
import { getPublicReport } from "@/db/queries/reports";
import { fileNameOf, getRenderer, renderReport } from "@/lib/render";
import { isId } from "@/lib/web/current-cycle";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

/** A file of a published report, for anybody. What is published under an id never changes, so that it may be kept. */
export async function GET(request: Request, { params }: RouteContext<"/reports/[reportId]/download/[format]">) {
  const { reportId, format } = await params;
  const renderer = getRenderer(format);
  if (!renderer || !isId(reportId)) return notFoundResponse();
  const report = await withPublic(getDb(), (tx) => getPublicReport(tx, { id: reportId }));
  if (!report) return notFoundResponse();
  const { document } = report;
  return fileResponse(request, {
    tag: `${report.documentHash ?? report.id}-${renderer.format}`,
    name: fileNameOf(document, renderer.format),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "public, max-age=31536000, immutable",
    write: () => renderReport(document, renderer.format),
  });
}
