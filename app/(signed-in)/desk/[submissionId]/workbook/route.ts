import { writeUnitWorkbook } from "@/lib/services/write-unit-workbook";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { fileResponse, notFoundResponse } from "@/lib/web/file-response";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A section's workbook for its unit, with what stands in it now, to be filled in offline. */
export async function GET(request: Request, { params }: RouteContext<"/desk/[submissionId]/workbook">) {
  const actor = await requirePermission("submission:fill");
  const { submissionId } = await params;
  if (!isId(submissionId)) return notFoundResponse();
  const found = await writeUnitWorkbook(getDb(), actor, { submissionId }, new Date());
  if (!found) return notFoundResponse();
  return fileResponse(request, {
    tag: found.tag,
    name: found.name,
    extension: "xlsx",
    contentType: EXCEL,
    cacheControl: "private, no-store",
    write: found.write,
  });
}
