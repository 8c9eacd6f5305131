import { z } from "zod";
import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import { COMMENT_REPLIES, isAnswerWhole } from "@/lib/domain/comment";
import { HEAD_STATEMENTS } from "@/lib/domain/head-statement";
import { optionalReason, reason } from "@/lib/domain/inputs/parts";
import { resolveComment } from "@/lib/services/comment-on-submission";
import { declareNil, withdrawNil } from "@/lib/services/declare-nil";
import { explainFinding } from "@/lib/services/explain-finding";
import { loadSubmissionEntry } from "@/lib/services/load-submission-entry";
import { declineSignature, signSubmission } from "@/lib/services/sign-submission";
import { submitSection } from "@/lib/services/submit-section";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";
import { operation } from "@/lib/web/api/operation";
import { seen, uuid } from "@/lib/web/api/parts";
import { HeadAnswerSchema, ReceiptSchema, SubmissionSchema } from "@/lib/web/api/schemas/section";

const section = z.object({ submissionId: uuid });
const finding = z.string().min(1).max(300);
const BY_UNIT = { tag: "section", scope: "fill" } as const;
const POST = { method: "POST", ...BY_UNIT, params: section } as const;
const FILL = { anyOf: ["submission:fill"] } as const;
const SIGN = { anyOf: ["submission:sign"] } as const;
const step = z.strictObject(seen);

/** How the section stands after a step with it. */
export async function afterStep(
  { db, actor, params, now }: { db: Db; actor: Actor; params: { submissionId: string }; now: Date },
  done: Promise<unknown>,
) {
  await done;
  return loadSubmissionEntry(db, actor, params, now);
}

/** What a unit does with a section beside filling it in. */
export const SECTION_MOVES = [
  operation(
    {
      id: "declareNil",
      path: "/submissions/{submissionId}/nil",
      ...POST,
      ...FILL,
      body: step,
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, declareNil(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "withdrawNil", path: "/submissions/{submissionId}/withdraw-nil", ...POST, ...FILL },
      body: step,
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, withdrawNil(db, actor, { requestId, sections: [{ ...params, ...body }] }, now));
    },
  ),
  operation(
    {
      ...{ id: "explainFinding", path: "/submissions/{submissionId}/explanations", ...POST, ...FILL },
      body: z.strictObject({ findingId: finding, body: reason }),
      output: null,
    },
    ({ db, actor, params, body, requestId, now }) => explainFinding(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "submitSection", path: "/submissions/{submissionId}/submit", ...POST, ...FILL },
      body: z.strictObject({
        ...seen,
        blanksSeen: z.int().min(0).optional(),
        unchangedReason: optionalReason.optional(),
      }),
      output: ReceiptSchema,
    },
    ({ db, actor, params, body, requestId, now }) => submitSection(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "withdrawSection", path: "/submissions/{submissionId}/withdraw", ...POST, ...FILL },
      body: step,
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, withdrawSubmission(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "signSection", path: "/submissions/{submissionId}/sign", ...POST, ...SIGN },
      body: z.strictObject({ ...seen, answers: z.array(HeadAnswerSchema).length(HEAD_STATEMENTS.length) }),
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, signSubmission(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "declineSignature", path: "/submissions/{submissionId}/decline-signature", ...POST, ...SIGN },
      body: z.strictObject({ ...seen, reason }),
      output: SubmissionSchema,
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterStep(call, declineSignature(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "resolveComment", method: "POST", path: "/submissions/{submissionId}/comments/{commentId}/resolve" },
      ...{ ...BY_UNIT, ...FILL, params: section.extend({ commentId: uuid }), output: null },
      body: z
        .strictObject({ reply: z.enum(COMMENT_REPLIES), replyText: optionalReason.default("") })
        .refine(isAnswerWhole, { path: ["replyText"] }),
    },
    ({ db, actor, params, body, requestId, now }) => resolveComment(db, actor, { requestId, ...params, ...body }, now),
  ),
];
