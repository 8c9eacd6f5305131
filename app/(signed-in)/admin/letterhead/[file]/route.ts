import { loadLetterheadFile } from "@/lib/services/load-letterhead";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A sample to begin with, the template in use, and what it makes of a specimen report. */
export async function GET(request: Request, { params }: RouteContext<"/admin/letterhead/[file]">) {
  const actor = await requirePermission("unit:manage");
  const { file } = await params;
  if (file !== "sample" && file !== "current" && file !== "specimen") return notFoundResponse();
  const found = await loadLetterheadFile(getDb(), actor, { file }, new Date());
  if (!found) return notFoundResponse();
  return fileResponse(request, {
    tag: found.tag,
    name: found.name,
    extension: "docx",
    contentType: WORD,
    cacheControl: "private, no-cache",
    write: found.write,
  });
}
