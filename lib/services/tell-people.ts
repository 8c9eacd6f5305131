import { randomUUID } from "node:crypto";
import { type Db, withPublic, withScope } from "@/db/connect";
import { listComments } from "@/db/queries/comments";
import { listCycleUnits } from "@/db/queries/cycle-units";
import {
  deleteDeliveriesBefore,
  insertDelivery,
  listLastDeliveries,
  listUnsentDeliveries,
} from "@/db/queries/deliveries";
import type { EventRecord } from "@/db/queries/events";
import { insertJob, insertJobs, insertLostJob } from "@/db/queries/jobs";
import {
  insertMessages,
  listPendingMessagesForUpdate,
  listReachable,
  type PendingMessage,
  updateMessagesDelivered,
} from "@/db/queries/messages";
import {
  deleteNoticesBefore,
  getUntoldNoticeForUpdate,
  insertNotices,
  listDistrictIds,
  listUntoldNotices,
  type StoredNotice,
  updateNoticeTold,
} from "@/db/queries/notices";
import { getOffice } from "@/db/queries/organisations";
import { isDeliveryDue } from "@/lib/domain/delivery";
import type { JobData } from "@/lib/domain/job";
import { listRecipients, noticeOf } from "@/lib/domain/notice";

/** What was told is kept so long, to be looked at where somebody says they heard nothing. */
const KEPT_MS = 60 * 86_400_000;

/** Everything of a district, for what no person does. */
const byItself = (districtId: string) => ({ userId: null, scope: { districtId, units: "all" as const } });

/** Writes what people are to be told of these events in the transaction that writes them, and asks for its telling. */
export async function noteNotices(
  tx: Db,
  params: { districtId: string; at: Date; actorId: string | null; records: readonly EventRecord[] },
): Promise<void> {
  const { districtId, at, actorId } = params;
  const rows = params.records.flatMap(({ event, ...subject }) => {
    const notice = noticeOf(event);
    return notice ? [{ ...subject, ...notice, id: randomUUID() }] : [];
  });
  if (rows.length === 0) return;
  await insertNotices(tx, { districtId, at, actorId, rows });
  await insertJobs(tx, { queue: "tell-notice", jobs: rows.map(({ id }) => ({ key: id, data: { districtId, id } })) });
}

/**
 * Finds out who is told of something and puts a message down for each of them, once. Without a way to send anything
 * nobody has one: what was told on the pages meanwhile is not sent when there is a way later.
 */
export async function tellNotice(
  db: Db,
  data: JobData["tell-notice"],
  options: { isMailSent: boolean },
  now: Date,
): Promise<void> {
  const { districtId, id } = data;
  await withScope(db, byItself(districtId), async (tx) => {
    const notice = await getUntoldNoticeForUpdate(tx, { districtId, id });
    if (!notice) return;
    const userIds = options.isMailSent ? await findRecipients(tx, districtId, notice) : [];
    const rows = userIds.map((userId) => ({ id: randomUUID(), userId }));
    await insertMessages(tx, { districtId, noticeId: id, at: notice.at, rows });
    await updateNoticeTold(tx, { districtId, id, at: now });
  });
}

async function findRecipients(tx: Db, districtId: string, notice: StoredNotice): Promise<string[]> {
  const { scope } = byItself(districtId);
  const { cycleId, submissionId } = notice;
  const [people, units, office, comments] = await Promise.all([
    listReachable(tx, { districtId }),
    cycleId ? listCycleUnits(tx, { scope, cycleId }) : [],
    getOffice(tx, { districtId }),
    submissionId ? listComments(tx, { scope, submissionId }) : [],
  ]);
  return listRecipients(notice, {
    people,
    unitIds: units.flatMap((unit) =>
      unit.exemptReason === null && unit.dissolvedNote === null ? [unit.organisationId] : [],
    ),
    officeId: office?.id ?? null,
    commenterIds: comments.map(({ authorId }) => authorId),
  });
}

/** Puts what waits for each person into one delivery, where it is time, and asks for its sending. */
export async function makeDeliveries(db: Db, now: Date): Promise<void> {
  for (const districtId of await withPublic(db, listDistrictIds)) {
    await withScope(db, byItself(districtId), async (tx) => {
      const byUser = Map.groupBy(await listPendingMessagesForUpdate(tx, { districtId }), ({ userId }) => userId);
      const last = await listLastDeliveries(tx, { districtId, userIds: [...byUser.keys()] });
      for (const [userId, pending] of byUser) {
        await makeDelivery(tx, { districtId, userId, pending, lastMadeAt: last.get(userId) ?? null, now });
      }
    });
  }
}

async function makeDelivery(
  tx: Db,
  of: {
    districtId: string;
    userId: string;
    pending: readonly PendingMessage[];
    lastMadeAt: Date | null;
    now: Date;
  },
): Promise<void> {
  const { districtId, userId, pending, lastMadeAt, now } = of;
  const choice = pending[0]?.choice ?? "none";
  if (!isDeliveryDue({ pending, choice, lastMadeAt }, now)) return;
  const id = randomUUID();
  await insertDelivery(tx, { districtId, id, userId, madeAt: now });
  await updateMessagesDelivered(tx, { districtId, ids: pending.map((message) => message.id), deliveryId: id });
  await insertJob(tx, { queue: "send-delivery", key: id, data: { districtId, id } });
}

/** Puts what lost its job with the processes that tried it on the queue again, and forgets what is long told. */
export async function tidyMessages(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  for (const districtId of await withPublic(db, listDistrictIds)) {
    await withScope(db, byItself(districtId), async (tx) => {
      await deleteDeliveriesBefore(tx, { districtId, before });
      await deleteNoticesBefore(tx, { districtId, before });
      for (const id of await listUntoldNotices(tx, { districtId })) {
        await insertLostJob(tx, { queue: "tell-notice", key: id, data: { districtId, id } });
      }
      for (const id of await listUnsentDeliveries(tx, { districtId })) {
        await insertLostJob(tx, { queue: "send-delivery", key: id, data: { districtId, id } });
      }
    });
  }
}
