import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import { comments } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { CommentReply, StoredComment } from "@/lib/domain/comment";

const columns = {
  id: comments.id,
  versionNumber: comments.versionNumber,
  anchor: comments.anchor,
  quote: comments.quote,
  body: comments.body,
  authorId: comments.authorId,
  authorName: comments.authorName,
  createdAt: comments.createdAt,
  sentAt: comments.sentAt,
  resolvedAt: comments.resolvedAt,
  resolvedByName: comments.resolvedByName,
  reply: comments.reply,
  replyText: comments.replyText,
  settledAt: comments.settledAt,
  settledByName: comments.settledByName,
};

/** Oldest first; a unit sees those that were sent. */
export async function listComments(db: Db, params: { scope: Scope; submissionId: string }): Promise<StoredComment[]> {
  return db
    .select(columns)
    .from(comments)
    .where(inScope(comments, params.scope, eq(comments.submissionId, params.submissionId)))
    .orderBy(asc(comments.createdAt), asc(comments.id));
}

/** Comments of these submissions that were sent to the unit and are not answered yet, oldest first. */
export async function listOpenComments(
  db: Db,
  params: { scope: Scope; submissionIds: readonly string[] },
): Promise<(StoredComment & { submissionId: string })[]> {
  if (params.submissionIds.length === 0) return [];
  return db
    .select({ ...columns, submissionId: comments.submissionId })
    .from(comments)
    .where(
      inScope(
        comments,
        params.scope,
        inArray(comments.submissionId, [...params.submissionIds]),
        isNotNull(comments.sentAt),
        isNull(comments.resolvedAt),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id));
}

export async function insertComment(
  db: Db,
  row: {
    districtId: string;
    id: string;
    submissionId: string;
    organisationId: string;
    versionNumber: number;
    anchor: string;
    quote: string;
    body: string;
    authorId: string;
    authorName: string;
    createdAt: Date;
  },
): Promise<void> {
  await db.insert(comments).values(row);
}

/** Deletes a comment that was not sent yet; false when there is none. */
export async function deleteUnsentComment(
  db: Db,
  params: { scope: Scope; submissionId: string; id: string },
): Promise<boolean> {
  const rows = await db
    .delete(comments)
    .where(
      inScope(
        comments,
        params.scope,
        eq(comments.submissionId, params.submissionId),
        eq(comments.id, params.id),
        isNull(comments.sentAt),
      ),
    )
    .returning({ id: comments.id });
  return rows.length > 0;
}

/** Marks the unsent comments of a submission as sent; returns how many there were. */
export async function updateCommentsSent(
  db: Db,
  params: { districtId: string; submissionId: string; at: Date },
): Promise<number> {
  const rows = await db
    .update(comments)
    .set({ sentAt: params.at })
    .where(
      and(
        eq(comments.districtId, params.districtId),
        eq(comments.submissionId, params.submissionId),
        isNull(comments.sentAt),
      ),
    )
    .returning({ id: comments.id });
  return rows.length;
}

/** Keeps the unit's answer to a comment; null when there is none that was sent, or it was answered before. */
export async function updateCommentResolved(
  db: Db,
  params: {
    scope: Scope;
    submissionId: string;
    id: string;
    by: string;
    at: Date;
    reply: CommentReply;
    replyText: string;
  },
): Promise<{ anchor: string } | null> {
  const rows = await db
    .update(comments)
    .set({
      resolvedAt: params.at,
      resolvedByName: params.by,
      reply: params.reply,
      replyText: params.replyText,
    })
    .where(
      inScope(
        comments,
        params.scope,
        eq(comments.submissionId, params.submissionId),
        eq(comments.id, params.id),
        isNotNull(comments.sentAt),
        isNull(comments.resolvedAt),
      ),
    )
    .returning({ anchor: comments.anchor });
  return rows[0] ?? null;
}

/** Takes the answer to one comment, or to all that were answered and are left; gives their places. */
export async function updateCommentsSettled(
  db: Db,
  params: { scope: Scope; submissionId: string; id?: string; by: string; at: Date },
): Promise<{ anchor: string }[]> {
  return db
    .update(comments)
    .set({ settledAt: params.at, settledByName: params.by })
    .where(
      inScope(
        comments,
        params.scope,
        eq(comments.submissionId, params.submissionId),
        params.id === undefined ? undefined : eq(comments.id, params.id),
        isNotNull(comments.resolvedAt),
        isNull(comments.settledAt),
      ),
    )
    .returning({ anchor: comments.anchor });
}
