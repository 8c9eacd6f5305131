import { choicesOfQuery, tagOfChoices } from "@/lib/domain/kept-file";
import { fileNameOf, getRenderer } from "@/lib/render";
import { hashOf } from "@/lib/services/hash";
import { loadReportDownload } from "@/lib/services/load-report-files";
import { recordDraftDownload } from "@/lib/services/record-draft-download";
import { writeReportFile } from "@/lib/services/write-report-file";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

/**
 * The district's report as it stands, as a file: a draft says that it is one, and what is missing. `charts`, `annexes`
 * and `archive` in the address choose how it is printed.
 */
export async function GET(request: Request, { params }: RouteContext<"/report/[cycleId]/download/[format]">) {
  const actor = await requirePermission("report:download");
  const { cycleId, format } = await params;
  const renderer = getRenderer(format);
  if (!renderer || !isId(cycleId)) return notFoundResponse();
  const now = new Date();
  const found = await loadReportDownload(getDb(), actor, { cycleId, format: renderer.format }, now);
  if (!found) return notFoundResponse();
  const { document, report } = found;
  const { letterhead, choices: usual } = found.print;
  const choices = choicesOfQuery(new URL(request.url).searchParams, usual);
  return fileResponse(request, {
    tag: `${hashOf(document)}-${renderer.format}${tagOfChoices(choices)}${letterhead ? `-${letterhead.hash}` : ""}`,
    name: fileNameOf(document, renderer.format, choices),
    extension: renderer.extension,
    contentType: renderer.contentType,
    cacheControl: "private, no-store",
    write: async () => {
      const bytes = await writeReportFile(document, renderer.format, { choices, letterhead });
      await recordDraftDownload(getDb(), actor, { report, format: renderer.format }, now);
      return bytes;
    },
  });
}
