import { z } from "zod";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { listSectionCells } from "@/lib/domain/format-cells";
import { optionalReason, reason } from "@/lib/domain/inputs/parts";
import type { ReviewWork } from "@/lib/domain/review-work";
import { listMoves } from "@/lib/domain/submission";
import { localizeFormat } from "@/lib/formats/localize-format";
import type { Locale } from "@/lib/i18n/locale";
import { approveSubmission } from "@/lib/services/approve-submission";
import { beginReview } from "@/lib/services/begin-review";
import { addComment, removeComment, settleComment } from "@/lib/services/comment-on-submission";
import { acceptExplanation } from "@/lib/services/explain-finding";
import { loadQueue } from "@/lib/services/load-queue";
import { loadReview } from "@/lib/services/load-review";
import { releaseReview } from "@/lib/services/release-review";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { BadCursor } from "@/lib/web/api/bad-cursor";
import { operation } from "@/lib/web/api/operation";
import { afterStep } from "@/lib/web/api/operations/section-moves";
import { dateTime, paging, readCursor, seen, uuid, writeCursor } from "@/lib/web/api/parts";
import { QueuePageSchema, ReviewSchema, SubmissionSchema } from "@/lib/web/api/schemas/section";
import { wordedFindings } from "@/lib/web/api/words-of-finding";

const section = z.object({ submissionId: uuid });
const PageSchema = z.object({ page: z.int().min(1) });
const POST = { method: "POST", tag: "review", scope: "review", params: section } as const;
const REVIEW = { anyOf: ["submission:review"] } as const;
const READ = { method: "GET", tag: "review", scope: "read", anyOf: ["history:read"] } as const;
const step = z.strictObject(seen);

/** What a reviewer reads and decides. */
export const REVIEW_OPERATIONS = [
  operation(
    {
      ...{ id: "listQueue", path: "/cycles/{cycleId}/queue", ...READ },
      params: z.object({ cycleId: uuid }),
      query: z.strictObject({ cursor: paging.cursor, q: z.string().max(200).default("") }),
      output: QueuePageSchema,
    },
    async ({ db, actor, params, query: { cursor, q }, now }) => {
      const wanted = cursor === undefined ? { page: 1 } : readCursor(cursor, PageSchema);
      if (!wanted) throw new BadCursor();
      const chosen = { chosenCycleId: params.cycleId, search: { q, page: wanted.page }, decidedId: null };
      const found = await loadQueue(db, actor, chosen, now);
      if (found?.cycle.id !== params.cycleId) return null;
      const { rows, page, pageCount } = found.queue;
      return { items: rows, next: page < pageCount ? writeCursor({ page: page + 1 }) : null };
    },
  ),
  operation(
    {
      ...{ id: "getReview", path: "/reviews/{submissionId}", ...READ },
      params: section,
      query: z.strictObject({
        version: z
          .string()
          .regex(/^[1-9]\d{0,5}$/)
          .transform(Number)
          .optional(),
      }),
      output: ReviewSchema,
    },
    async ({ db, actor, params, query, locale, now }) => {
      const wanted = { ...params, version: query.version ?? null, compareWith: null, afterId: null };
      const work = await loadReview(db, actor, wanted, now);
      if (!work) return null;
      return {
        ...work,
        moves: listMoves(work.submission, actor),
        shown: work.shown && shownOf(work, locale),
        findings: await wordedFindings(work.findings, work.explanations, locale),
      };
    },
  ),
  operation(
    { id: "beginReview", path: "/reviews/{submissionId}/begin", ...POST, ...REVIEW, output: SubmissionSchema },
    (call) => afterStep(call, beginReview(call.db, call.actor, call.params, call.now)),
  ),
  operation(
    {
      id: "releaseReview",
      path: "/reviews/{submissionId}/release",
      ...POST,
      ...REVIEW,
      body: step,
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, releaseReview(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      id: "approveSection",
      path: "/reviews/{submissionId}/approve",
      ...POST,
      ...REVIEW,
      body: step,
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, approveSubmission(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "returnSection", path: "/reviews/{submissionId}/return", ...POST, ...REVIEW },
      body: z.strictObject({ ...seen, reason: optionalReason.default(""), dueAt: dateTime.optional() }),
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, returnSubmission(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "reopenSection", path: "/reviews/{submissionId}/reopen", ...POST, anyOf: ["submission:reopen"] },
      body: z.strictObject({ ...seen, reason, dueAt: dateTime.optional() }),
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, reopenSubmission(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "addComment", path: "/reviews/{submissionId}/comments", ...POST, ...REVIEW },
      body: z.strictObject({ anchor: z.string().min(1).max(200), body: reason }),
      output: null,
    },
    ({ db, actor, params, body, requestId, now }) => addComment(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "removeComment", path: "/reviews/{submissionId}/comments/{commentId}", ...POST, ...REVIEW },
      ...{ method: "DELETE", params: section.extend({ commentId: uuid }), output: null },
    },
    ({ db, actor, params, requestId, now }) => removeComment(db, actor, { requestId, ...params }, now),
  ),
  operation(
    {
      ...{ id: "settleComment", path: "/reviews/{submissionId}/comments/{commentId}/settle", ...POST, ...REVIEW },
      params: section.extend({ commentId: uuid }),
      output: null,
    },
    ({ db, actor, params, requestId, now }) => settleComment(db, actor, { requestId, ...params }, now),
  ),
  operation(
    {
      ...{ id: "acceptExplanation", path: "/reviews/{submissionId}/accept-explanation", ...POST, ...REVIEW },
      body: z.strictObject({ findingId: z.string().min(1).max(300) }),
      output: null,
    },
    ({ db, actor, params, body, requestId, now }) =>
      acceptExplanation(db, actor, { requestId, ...params, ...body }, now),
  ),
];

function shownOf({ shown, cycle, submission, outline }: ReviewWork, locale: Locale) {
  if (!shown) return null;
  const format = localizeFormat(cycle.format, locale);
  return {
    ...shown,
    figures: listSectionCells(format, submission.sectionId).map(({ key }) => ({
      cellKey: key,
      label: nameCell(format, key),
      value: shown.figures[key] ?? null,
    })),
    paragraphs: Object.entries(shown.texts).map(([headingKey, body]) => ({
      headingKey,
      title: outline.find(({ key }) => key === headingKey)?.title ?? "",
      body,
    })),
  };
}
