import { z } from "zod";
import { CellKeySchema } from "@/lib/domain/format";
import { readHeadAnswers } from "@/lib/domain/inputs/head-answers";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { body, figureText, id, optionalReason, reason, request, seen, submitting } from "@/lib/domain/inputs/parts";

export const SaveFiguresSchema = z.object({
  ...request,
  submissionId: id,
  changes: z
    .array(z.object({ cellKey: CellKeySchema, seen: figureText, value: figureText }))
    .min(1)
    .max(400),
});
export const ReadPastedTableSchema = z.object({ submissionId: id, html: z.string().min(1).max(LIMIT.pastedTable) });
export const LoadCellHistorySchema = z.object({ submissionId: id, cellKey: CellKeySchema });
/** The bytes of the file in base64: a workbook of ours has a hundredth of what is taken. */
export const ReadUnitWorkbookSchema = z.object({ submissionId: id, file: z.base64().max(LIMIT.workbook) });
export const SaveParagraphSchema = z.object({
  ...request,
  submissionId: id,
  headingKey: z.string().min(1).max(100),
  seen: body,
  value: body,
});
export const SubmitSectionSchema = z.object({
  ...request,
  ...seen,
  submissionId: id,
  ...submitting,
});
export const WithdrawSubmissionSchema = z.object({ ...request, ...seen, submissionId: id });
export const SignSubmissionSchema = z
  .looseObject({ ...request, ...seen, submissionId: id })
  .transform(({ requestId, expectedRevision, submissionId, ...fields }, ctx) => ({
    requestId,
    expectedRevision,
    submissionId,
    answers: readHeadAnswers(fields, ctx),
  }));
export const DeclineSignatureSchema = z.object({ ...request, ...seen, submissionId: id, reason });
export const ExplainFindingSchema = z.object({
  ...request,
  submissionId: id,
  findingId: z.string().min(1).max(300),
  body: reason,
});
export const CorrectCarriedFigureSchema = z.object({
  ...request,
  submissionId: id,
  cellKey: CellKeySchema,
  value: z.string().trim().min(1).max(LIMIT.figure),
  /** May be empty where the figure goes back to what was carried. */
  reason: optionalReason,
});

export type SaveFiguresInput = z.infer<typeof SaveFiguresSchema>;
export type ReadPastedTableInput = z.infer<typeof ReadPastedTableSchema>;
export type LoadCellHistoryInput = z.infer<typeof LoadCellHistorySchema>;
export type ReadUnitWorkbookInput = z.infer<typeof ReadUnitWorkbookSchema>;
export type SaveParagraphInput = z.infer<typeof SaveParagraphSchema>;
/** A step with a section as its sender saw it. */
export type SectionStepInput = { submissionId: string; expectedRevision: number };
export type SectionSubmitInput = SectionStepInput & {
  /** How many blank cells the sender was told would count as 0. */
  blanksSeen?: number | undefined;
  /** Why it is sent again although nothing in it changed; asked for only then. */
  unchangedReason?: string | undefined;
};
export type WithdrawSubmissionInput = z.infer<typeof WithdrawSubmissionSchema>;
export type SignSubmissionInput = z.infer<typeof SignSubmissionSchema>;
export type DeclineSignatureInput = z.infer<typeof DeclineSignatureSchema>;
export type ExplainFindingInput = z.infer<typeof ExplainFindingSchema>;
export type CorrectCarriedFigureInput = z.infer<typeof CorrectCarriedFigureSchema>;
