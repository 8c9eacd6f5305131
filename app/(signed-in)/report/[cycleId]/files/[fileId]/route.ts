import { withActor } from "@/db/connect";
import { getKeptFile } from "@/db/queries/kept-files";
import { fileNameOf, getRenderer } from "@/lib/render";
import { loadReport } from "@/lib/services/load-report";
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
  const found = await withActor(getDb(), actor, async (tx) => {
    const work = await loadReport(tx, actor, cycleId, new Date());
    const kept = await getKeptFile(tx, { districtId: actor.districtId, id: fileId });
    return work && kept && kept.reportId === work.report.id ? { work, kept } : null;
  });
  const renderer = found ? getRenderer(found.kept.format) : null;
  if (!found || !renderer) return notFoundResponse();
  return fileResponse(request, {
    tag: found.kept.key,
    name: fileNameOf(found.work.document, renderer.format, found.kept.choices),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "private, no-store",
    write: async () => {
      const { format } = renderer;
      await recordDraftDownload(getDb(), actor, { report: found.work.report, format }, new Date());
      return found.kept.file;
    },
  });
}
