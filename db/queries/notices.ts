import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import type { EventSubject } from "@/db/queries/events";
import { inBatches } from "@/db/queries/in-batches";
import { notices } from "@/db/schema";
import type { Notice } from "@/lib/domain/notice";

/** A notice as its row stores it. */
export type StoredNotice = Notice & {
  id: string;
  at: Date;
  actorId: string | null;
  organisationId: string | null;
  cycleId: string | null;
  submissionId: string | null;
  reportId: string | null;
};

const columns = {
  id: notices.id,
  kind: notices.kind,
  at: notices.at,
  actorId: notices.actorId,
  organisationId: notices.organisationId,
  cycleId: notices.cycleId,
  submissionId: notices.submissionId,
  reportId: notices.reportId,
  sectionIds: notices.sectionIds,
  dueAt: notices.dueAt,
};

export async function insertNotices(
  db: Db,
  params: {
    districtId: string;
    at: Date;
    actorId: string | null;
    rows: readonly (EventSubject & Notice & { id: string })[];
  },
): Promise<void> {
  const { districtId, at, actorId } = params;
  await inBatches(params.rows, (part) =>
    db.insert(notices).values(
      part.map(({ id, kind, sectionIds, dueAt, ...subject }) => ({
        ...{ districtId, id, kind, at, actorId, dueAt },
        sectionIds: [...sectionIds],
        organisationId: subject.organisationId ?? null,
        cycleId: subject.cycleId ?? null,
        submissionId: subject.submissionId ?? null,
        reportId: subject.reportId ?? null,
      })),
    ),
  );
}

/** Locks a notice that was not distributed yet; null when it was, or is gone. */
export async function getUntoldNoticeForUpdate(
  db: Db,
  params: { districtId: string; id: string },
): Promise<StoredNotice | null> {
  const rows = await db
    .select(columns)
    .from(notices)
    .where(and(eq(notices.districtId, params.districtId), eq(notices.id, params.id), isNull(notices.toldAt)))
    .for("update");
  return rows[0] ?? null;
}

export async function updateNoticeTold(db: Db, params: { districtId: string; id: string; at: Date }): Promise<void> {
  await db
    .update(notices)
    .set({ toldAt: params.at })
    .where(and(eq(notices.districtId, params.districtId), eq(notices.id, params.id)));
}

/** Notices that were not distributed yet, oldest first. */
export async function listUntoldNotices(db: Db, params: { districtId: string }): Promise<string[]> {
  const rows = await db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.districtId, params.districtId), isNull(notices.toldAt)))
    .orderBy(notices.at);
  return rows.map(({ id }) => id);
}

/** Deletes the notices from before a moment, with their messages. */
export async function deleteNoticesBefore(db: Db, params: { districtId: string; before: Date }): Promise<void> {
  await db.delete(notices).where(and(eq(notices.districtId, params.districtId), lt(notices.at, params.before)));
}

/** Ids of every district, for scheduled work. */
export async function listDistrictIds(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from nianbao.list_districts() as id`);
  return rows.map(({ id }) => id);
}
