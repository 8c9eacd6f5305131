import { getDb } from "@/db/client";
import { withActor } from "@/db/connect";
import { fileNameOf, getRenderer, renderReport } from "@/lib/render";
import { hashOf } from "@/lib/services/hash";
import { loadReport } from "@/lib/services/load-report";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

/** The district's report as it stands, as a file: a draft says that it is one, and what is missing. */
export async function GET(request: Request, { params }: RouteContext<"/report/[cycleId]/download/[format]">) {
  const actor = await requirePermission("report:download");
  const { cycleId, format } = await params;
  const renderer = getRenderer(format);
  if (!renderer || !isId(cycleId)) return notFoundResponse();
  const work = await withActor(getDb(), actor, (tx) => loadReport(tx, actor, cycleId, new Date()));
  if (!work) return notFoundResponse();
  const { document } = work;
  return fileResponse(request, {
    tag: `${hashOf(document)}-${renderer.format}`,
    name: fileNameOf(document, renderer.format),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "private, no-cache",
    write: () => renderReport(document, renderer.format),
  });
}
