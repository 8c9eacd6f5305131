import { z } from "zod";
import { COMMENT_REPLIES, isAnswerWhole } from "@/lib/domain/comment";
import { id, optionalMoment, optionalReason, reason, request, seen, tick, ticks } from "@/lib/domain/inputs/parts";

export const BeginReviewSchema = z.object({ submissionId: id });
export const AddCommentSchema = z.object({
  ...request,
  submissionId: id,
  anchor: z.string().min(1).max(200),
  body: reason,
});
export const RemoveCommentSchema = z.object({ ...request, submissionId: id, commentId: id });
/** What the unit says to a comment; that it stays has a reason. */
const commentAnswer = { reply: z.enum(COMMENT_REPLIES).default("changed"), replyText: optionalReason.default("") };
export const ResolveCommentSchema = z
  .object({ ...request, submissionId: id, commentId: id, ...commentAnswer })
  .refine(isAnswerWhole, { path: ["replyText"] });
export const SettleCommentSchema = z.object({ ...request, submissionId: id, commentId: id });
export const ReleaseReviewSchema = z.object({ ...request, ...seen, submissionId: id });
export const ReturnSubmissionSchema = z.object({
  ...request,
  ...seen,
  submissionId: id,
  /** May be empty where comments that go with it say why. */
  reason: optionalReason.default(""),
  dueAt: optionalMoment,
});
export const ApproveSubmissionSchema = z.object({ ...request, ...seen, submissionId: id });
/** A tick beside a listed submission says which it is and which revision of it was seen. */
const seenSubmission = z
  .string()
  .transform((tick) => ({ submissionId: tick.slice(0, 36), revision: Number(tick.slice(37)) }))
  .pipe(z.object({ submissionId: id, revision: z.number().int().min(0) }));
export const ApproveNilSchema = z.object({
  ...request,
  seen: z.preprocess((sent) => sent ?? [], z.array(seenSubmission).min(1).max(500)),
});
export const SaveReturnReasonSchema = z.object({ ...request, reasonId: id.optional(), body: reason });
export const RemoveReturnReasonSchema = z.object({ ...request, reasonId: id });
export const ReopenSubmissionSchema = z.object({
  ...request,
  ...seen,
  submissionId: id,
  reason,
  dueAt: optionalMoment,
});
export const AcceptExplanationSchema = z.object({
  ...request,
  submissionId: id,
  findingId: z.string().min(1).max(300),
});
/** Either every unit that is late, or those chosen. */
export const RemindUnitsSchema = z
  .object({ ...request, cycleId: id, allLate: tick, organisationIds: ticks })
  .refine(({ allLate, organisationIds }) => allLate || organisationIds.length > 0, { path: ["organisationIds"] });

export type BeginReviewInput = z.infer<typeof BeginReviewSchema>;
export type AddCommentInput = z.infer<typeof AddCommentSchema>;
export type RemoveCommentInput = z.infer<typeof RemoveCommentSchema>;
export type ResolveCommentInput = z.infer<typeof ResolveCommentSchema>;
export type SettleCommentInput = z.infer<typeof SettleCommentSchema>;
export type ReleaseReviewInput = z.infer<typeof ReleaseReviewSchema>;
export type ReturnSubmissionInput = z.infer<typeof ReturnSubmissionSchema>;
export type ApproveSubmissionInput = z.infer<typeof ApproveSubmissionSchema>;
export type ApproveNilInput = z.infer<typeof ApproveNilSchema>;
export type SaveReturnReasonInput = z.infer<typeof SaveReturnReasonSchema>;
export type RemoveReturnReasonInput = z.infer<typeof RemoveReturnReasonSchema>;
export type ReopenSubmissionInput = z.infer<typeof ReopenSubmissionSchema>;
export type AcceptExplanationInput = z.infer<typeof AcceptExplanationSchema>;
export type RemindUnitsInput = z.infer<typeof RemindUnitsSchema>;
