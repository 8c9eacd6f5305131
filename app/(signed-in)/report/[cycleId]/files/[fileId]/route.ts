import { fileNameOf, getRenderer } from "@/lib/render";
import { loadReportFile } from "@/lib/services/load-report-files";
import { recordDraftDownload } from "@/lib/services/record-draft-download";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

/** A file that was asked for and is there. */
export async function GET(request: Request, { params }: RouteContext<"/report/[cycleId]/files/[fileId]">) {
  const actor = await requirePermission("report:download");
  const { cycleId, fileId } = await params;
  if (!isId(cycleId) || !isId(fileId)) return notFoundResponse();
  const now = new Date();
  const found = await loadReportFile(getDb(), actor, { cycleId, fileId }, now);
  const renderer = found ? getRenderer(found.kept.format) : null;
  if (!found || !renderer) return notFoundResponse();
  return fileResponse(request, {
    tag: found.kept.key,
    name: fileNameOf(found.document, renderer.format, found.kept.choices),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "private, no-store",
    write: async () => {
      const { format } = renderer;
      await recordDraftDownload(getDb(), actor, { report: found.report, format }, now);
      return found.kept.file;
    },
  });
}
