import { type Db, withActor } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import type { Actor } from "@/lib/domain/access";
import type { Report } from "@/lib/domain/report";

/** Tells in the history who took an unpublished report out of the product, before they get it. */
export async function recordDraftDownload(
  db: Db,
  actor: Actor,
  { report, format }: { report: Pick<Report, "id" | "cycleId" | "version" | "state">; format: string },
  now: Date,
): Promise<void> {
  if (report.state !== "draft" && report.state !== "final") return;
  const { id: reportId, cycleId, version } = report;
  await withActor(db, actor, (tx) =>
    insertEvents(tx, {
      districtId: actor.districtId,
      at: now,
      actor,
      records: [{ cycleId, reportId, event: { type: "draft_downloaded", data: { version, format } } }],
    }),
  );
}
