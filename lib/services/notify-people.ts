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
  listReachablePeople,
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
import { getOffice } from "@/db/queries/offices";
import { listRobots } from "@/db/queries/robots";
import { isDeliveryDue, type Recipient } from "@/lib/domain/delivery";
import type { JobData } from "@/lib/domain/job";
import { isToldInGroups, listRecipients, noticeOf } from "@/lib/domain/notice";

/** How long notices are kept, to be looked at when somebody says they were not notified. */
const KEPT_MS = 60 * 86_400_000;

/** The scope of a whole district, for scheduled work. */
const byItself = (districtId: string) => ({ userId: null, scope: { districtId, units: "all" as const } });

/** Inserts the notices of these events in the transaction that writes them, and queues their distribution. */
export async function writeNoticesOfEvents(
  tx: Db,
  params: { districtId: string; at: Date; actorId: string | null; records: readonly EventRecord[] },
): Promise<void> {
  const { districtId, at, actorId } = params;
  const rows = params.records.flatMap(({ event, ...subject }) => {
    const notice = noticeOf(event);
    if (!notice) return [];
    const { organisationIds, ...about } = notice;
    if (!organisationIds) return [{ ...subject, ...about, id: randomUUID() }];
    return organisationIds.map((organisationId) => ({ ...subject, ...about, organisationId, id: randomUUID() }));
  });
  await writeNotices(tx, { districtId, at, actorId, rows });
}

/** Inserts notices and queues their distribution. */
export async function writeNotices(tx: Db, params: Parameters<typeof insertNotices>[1]): Promise<void> {
  const { districtId, rows } = params;
  if (rows.length === 0) return;
  await insertNotices(tx, params);
  await insertJobs(tx, { queue: "tell-notice", jobs: rows.map(({ id }) => ({ key: id, data: { districtId, id } })) });
}

/**
 * Finds out who is told of something and puts a message down for each of them and for each group, once. Without a
 * server for mail no person has one: what was told on the pages meanwhile is not sent when there is a way later.
 */
export async function distributeNotice(
  db: Db,
  data: JobData["tell-notice"],
  options: { isMailSent: boolean },
  now: Date,
): Promise<void> {
  const { districtId, id } = data;
  await withScope(db, byItself(districtId), async (tx) => {
    const notice = await getUntoldNoticeForUpdate(tx, { districtId, id });
    if (!notice) return;
    const userIds = options.isMailSent ? await findRecipients(tx, districtId, notice, now) : [];
    const groups = isToldInGroups(notice.kind) ? await listRobots(tx, { districtId }) : [];
    const rows = [
      ...userIds.map((userId) => ({ id: randomUUID(), userId, robotId: null })),
      ...groups.map((robot) => ({ id: randomUUID(), userId: null, robotId: robot.id })),
    ];
    await insertMessages(tx, { districtId, noticeId: id, at: notice.at, rows });
    await updateNoticeTold(tx, { districtId, id, at: now });
  });
}

/** As `distributeNotice`, of every notice that still waits: before the message of the day is made, so that it holds them. */
export async function distributeWaiting(db: Db, options: { isMailSent: boolean }, now: Date): Promise<void> {
  for (const districtId of await withPublic(db, listDistrictIds)) {
    const ids = await withScope(db, byItself(districtId), (tx) => listUntoldNotices(tx, { districtId }));
    for (const id of ids) await distributeNotice(db, { districtId, id }, options, now);
  }
}

async function findRecipients(tx: Db, districtId: string, notice: StoredNotice, now: Date): Promise<string[]> {
  const { scope } = byItself(districtId);
  const { cycleId, submissionId } = notice;
  const [people, units, office, comments] = await Promise.all([
    listReachablePeople(tx, { districtId, now }),
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

/** Puts the waiting messages of each person into one delivery, where it is time, and queues its sending. */
export async function makeDeliveries(db: Db, now: Date): Promise<void> {
  for (const districtId of await withPublic(db, listDistrictIds)) {
    await withScope(db, byItself(districtId), async (tx) => {
      const waiting = await listPendingMessagesForUpdate(tx, { districtId });
      if (waiting.length === 0) return;
      const last = await listLastDeliveries(tx, { districtId });
      for (const [recipient, pending] of Map.groupBy(waiting, ({ userId, robotId }) => userId ?? robotId ?? "")) {
        await makeDelivery(tx, { districtId, pending, lastMadeAt: last.get(recipient) ?? null, now });
      }
    });
  }
}

async function makeDelivery(
  tx: Db,
  of: {
    districtId: string;
    pending: readonly PendingMessage[];
    lastMadeAt: Date | null;
    now: Date;
  },
): Promise<void> {
  const { districtId, pending, lastMadeAt, now } = of;
  const [first] = pending;
  const recipient = first && recipientOf(first);
  if (!recipient || !isDeliveryDue({ pending, choice: first.choice, lastMadeAt }, now)) return;
  const id = randomUUID();
  await insertDelivery(tx, { ...recipient, districtId, id, madeAt: now });
  await updateMessagesDelivered(tx, { districtId, ids: pending.map((message) => message.id), deliveryId: id });
  await insertJob(tx, { queue: "send-delivery", key: id, data: { districtId, id } });
}

function recipientOf({ userId, robotId }: PendingMessage): Recipient | null {
  if (userId !== null) return { userId, robotId: null };
  return robotId === null ? null : { userId: null, robotId };
}

/** Queues notices and deliveries whose job was lost with a killed process again, and deletes old ones. */
export async function cleanUpMessages(db: Db, now: Date): Promise<void> {
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
