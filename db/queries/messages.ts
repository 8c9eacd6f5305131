import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { isHeldAt } from "@/db/queries/memberships";
import { cycles, memberships, messages, notices, organisations, reports, users } from "@/db/schema";
import type { DeliveryEntry, Pending, Recipient } from "@/lib/domain/delivery";
import type { Language } from "@/lib/domain/language";
import type { NoticeChoice, Reachable } from "@/lib/domain/notice";

/** The active people of a district with their present roles, as `lib/domain/notice.ts` takes them. */
export async function listReachablePeople(db: Db, params: { districtId: string; now: Date }): Promise<Reachable[]> {
  const rows = await db
    .select({
      userId: users.id,
      hasAddress: sql<boolean>`${users.email} is not null`,
      choice: users.noticeChoice,
      organisationId: memberships.organisationId,
      role: memberships.role,
    })
    .from(users)
    .innerJoin(
      memberships,
      and(eq(memberships.districtId, users.districtId), eq(memberships.userId, users.id), isHeldAt(params.now)),
    )
    .where(and(eq(users.districtId, params.districtId), isNull(users.deactivatedAt), eq(users.isSystem, false)))
    .orderBy(asc(users.id));
  const byId = new Map<string, Reachable & { roles: Reachable["roles"][number][] }>();
  for (const { organisationId, role, ...person } of rows) {
    const known = byId.get(person.userId) ?? { ...person, roles: [] };
    known.roles.push({ organisationId, role });
    byId.set(person.userId, known);
  }
  return [...byId.values()];
}

/** Inserts a message for each of these people and groups; existing ones are left as they are. */
export async function insertMessages(
  db: Db,
  params: { districtId: string; noticeId: string; at: Date; rows: readonly (Recipient & { id: string })[] },
): Promise<void> {
  const { districtId, noticeId, at } = params;
  await inBatches(params.rows, (part) =>
    db
      .insert(messages)
      .values(part.map((row) => ({ ...row, districtId, noticeId, at })))
      .onConflictDoNothing(),
  );
}

export type PendingMessage = Pending & {
  id: string;
  userId: string | null;
  robotId: string | null;
  choice: NoticeChoice;
};

/** Locks the messages that wait to be sent, so that two processes do not both put one into a delivery. */
export async function listPendingMessagesForUpdate(db: Db, params: { districtId: string }): Promise<PendingMessage[]> {
  return db
    .select({
      id: messages.id,
      userId: messages.userId,
      robotId: messages.robotId,
      at: messages.at,
      kind: notices.kind,
      // A group gets one delivery a day.
      choice: sql<NoticeChoice>`coalesce(${users.noticeChoice}, 'daily')`,
    })
    .from(messages)
    .innerJoin(notices, and(eq(notices.districtId, messages.districtId), eq(notices.id, messages.noticeId)))
    .leftJoin(users, and(eq(users.districtId, messages.districtId), eq(users.id, messages.userId)))
    .where(and(eq(messages.districtId, params.districtId), isNull(messages.deliveryId)))
    .orderBy(asc(messages.at), asc(messages.id))
    .for("update", { of: messages });
}

export async function updateMessagesDelivered(
  db: Db,
  params: { districtId: string; ids: readonly string[]; deliveryId: string },
): Promise<void> {
  await db
    .update(messages)
    .set({ deliveryId: params.deliveryId })
    .where(and(eq(messages.districtId, params.districtId), inArray(messages.id, [...params.ids])));
}

/** The entries of a delivery, with the names of year, report and unit. */
export async function listDeliveryEntries(
  db: Db,
  params: { districtId: string; deliveryId: string },
): Promise<DeliveryEntry[]> {
  return db
    .select({
      kind: notices.kind,
      at: notices.at,
      year: sql<number | null>`coalesce(${cycles.year}, ${reports.year})`,
      unitName: organisations.name,
      sectionIds: notices.sectionIds,
      dueAt: notices.dueAt,
      submissionId: notices.submissionId,
      reportId: notices.reportId,
    })
    .from(messages)
    .innerJoin(notices, and(eq(notices.districtId, messages.districtId), eq(notices.id, messages.noticeId)))
    .leftJoin(cycles, and(eq(cycles.districtId, notices.districtId), eq(cycles.id, notices.cycleId)))
    .leftJoin(reports, and(eq(reports.districtId, notices.districtId), eq(reports.id, notices.reportId)))
    .leftJoin(
      organisations,
      and(eq(organisations.districtId, notices.districtId), eq(organisations.id, notices.organisationId)),
    )
    .where(and(eq(messages.districtId, params.districtId), eq(messages.deliveryId, params.deliveryId)))
    .orderBy(asc(notices.at), asc(notices.id));
}

/** A person's name, mail address and language; null when the person is gone or deactivated. */
export async function getRecipient(
  db: Db,
  params: { districtId: string; userId: string },
): Promise<{ name: string; email: string | null; language: Language } | null> {
  const rows = await db
    .select({ name: users.name, email: users.email, language: users.noticeLanguage })
    .from(users)
    .where(and(eq(users.districtId, params.districtId), eq(users.id, params.userId), isNull(users.deactivatedAt)));
  return rows[0] ?? null;
}

/** As `getRecipient`; null also when the person has no address. */
export async function getAddress(
  db: Db,
  params: { districtId: string; userId: string },
): Promise<{ name: string; email: string; language: Language } | null> {
  const row = await getRecipient(db, params);
  return row?.email ? { ...row, email: row.email } : null;
}
