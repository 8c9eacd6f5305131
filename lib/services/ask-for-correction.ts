import { randomUUID } from "node:crypto";
import { actingFor, type Db } from "@/db/connect";
import { insertCorrectionRequest } from "@/db/queries/correction-requests";
import { getCycle } from "@/db/queries/cycles";
import { listChildGovernments } from "@/db/queries/governments";
import { getTakenReportOfVersion } from "@/db/queries/taken-reports";
import type { Actor } from "@/lib/domain/access";
import type { StoredComment } from "@/lib/domain/comment";
import type { Submission } from "@/lib/domain/submission";
import { writeNotices } from "@/lib/services/notify-people";

/**
 * A step of sending a section back: where it was taken from a published report, the office of that government is asked for
 * a correction, with the reason and the comments on cells. Of any other section nothing is done.
 */
export async function askForCorrection(
  tx: Db,
  actor: Actor,
  of: { submission: Submission; reason: string; comments: readonly StoredComment[]; now: Date },
): Promise<void> {
  const { submission, reason, comments, now } = of;
  const { id: submissionId, districtId, cycleId, sectionId, latestVersion: number } = submission;
  const taken = await getTakenReportOfVersion(tx, { districtId, submissionId, number });
  if (!taken) return;
  const [children, cycle] = await Promise.all([
    listChildGovernments(tx, { districtId }),
    getCycle(tx, { id: cycleId, districtId }),
  ]);
  const child = children.find(({ organisationId }) => organisationId === submission.organisationId);
  if (!child || !cycle) return;
  await insertCorrectionRequest(tx, {
    districtId: child.districtId,
    id: randomUUID(),
    reportId: taken.reportId,
    year: cycle.year,
    parentDistrictId: districtId,
    parentName: actor.districtName,
    sectionId,
    reason,
    cells: comments.map(({ anchor, body }) => ({ anchor, body })),
    askedByName: actor.name,
    askedAt: now,
  });
  await actingFor(tx, actor, { userId: null, scope: { districtId: child.districtId, units: "all" } }, () =>
    writeNotices(tx, {
      districtId: child.districtId,
      at: now,
      actorId: null,
      rows: [
        {
          id: randomUUID(),
          reportId: taken.reportId,
          kind: "correction_asked",
          sectionIds: [sectionId],
          dueAt: null,
        },
      ],
    }),
  );
}
