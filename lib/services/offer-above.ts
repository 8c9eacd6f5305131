import { randomUUID } from "node:crypto";
import { actingFor, type Db } from "@/db/connect";
import { getOwnGovernment } from "@/db/queries/governments";
import type { Actor } from "@/lib/domain/access";
import { writeNotices } from "@/lib/services/notify-people";

/** A step of publishing: tells the office of the government above, where there is one, that it may take the report over. */
export async function offerAbove(tx: Db, actor: Actor, reportId: string, now: Date): Promise<void> {
  const own = await getOwnGovernment(tx, { districtId: actor.districtId });
  if (!own) return;
  const { parentDistrictId: districtId, organisationId } = own;
  const notice = { id: randomUUID(), organisationId, reportId, kind: "report_offered" as const };
  await actingFor(tx, actor, { userId: null, scope: { districtId, units: "all" } }, () =>
    writeNotices(tx, { districtId, at: now, actorId: null, rows: [{ ...notice, sectionIds: [], dueAt: null }] }),
  );
}
