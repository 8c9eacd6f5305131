import { z } from "zod";
import { CellKeySchema } from "@/lib/domain/format";
import { body, id, note, reason, request, tick } from "@/lib/domain/inputs/parts";

export const ExplainReportFindingSchema = z.object({
  ...request,
  cycleId: id,
  findingId: z.string().min(1).max(300),
  body: reason,
});
export const ChooseNoteSchema = z.object({
  ...request,
  cycleId: id,
  /** Whose explanation it is; empty for the office's own of the report. */
  submissionId: z.union([z.literal(""), id]),
  findingId: z.string().min(1).max(300),
  /** The words to be printed; empty prints nothing. */
  note,
});
/** Which figures' units are asked for: those that the findings of a report name. */
export const LoadUnitsBehindSchema = z.object({ cycleId: id, cellKeys: z.array(CellKeySchema).min(1).max(500) });
export const ProposeAdjustmentSchema = z.object({
  ...request,
  cycleId: id,
  cellKey: CellKeySchema,
  amount: z
    .string()
    .trim()
    .regex(/^-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,10})?$/)
    .refine((text) => !/^-?0(?:\.0+)?$/.test(text)),
  reason,
  /** A large effect was seen and is meant. */
  confirmed: tick.optional(),
});
export const DecideAdjustmentSchema = z.object({
  ...request,
  adjustmentId: id,
  decision: z.enum(["signed", "declined"]),
  /** A large effect was seen and is meant. */
  confirmed: tick.optional(),
});
export const WithdrawAdjustmentSchema = z.object({ ...request, adjustmentId: id });
export const RevokeAdjustmentSchema = z.object({ ...request, adjustmentId: id, reason });
export const SaveReportTextSchema = z.object({
  ...request,
  cycleId: id,
  headingKey: z.string().min(1).max(100),
  /** The text seen; null when the heading was assembled from its units. */
  seen: body.nullable(),
  /** Null goes back to the assembled text. */
  value: body.nullable(),
});
export const SavePrefaceSchema = z.object({ ...request, cycleId: id, seen: body, value: body });
export const FinaliseReportSchema = z.object({
  ...request,
  reportId: id,
  /** How the report is printed from now on. */
  withoutCharts: tick.optional(),
  withUnitAnnexes: tick.optional(),
});
export const AskForFileSchema = z.object({
  ...request,
  cycleId: id,
  format: z.string().max(10),
  /** How it is printed; what is not ticked is not sent. */
  withoutCharts: tick.optional(),
  withUnitAnnexes: tick.optional(),
  archive: tick.optional(),
});
export const UnlockReportSchema = z.object({ ...request, reportId: id, reason });
export const PublishReportSchema = z.object({ ...request, reportId: id });
export const CallOffErratumSchema = z.object({ ...request, reportId: id, reason });
export const BeginErratumSchema = z.object({ ...request, reportId: id, reason });

export type ExplainReportFindingInput = z.infer<typeof ExplainReportFindingSchema>;
export type ChooseNoteInput = z.infer<typeof ChooseNoteSchema>;
export type LoadUnitsBehindInput = z.infer<typeof LoadUnitsBehindSchema>;
export type ProposeAdjustmentInput = z.infer<typeof ProposeAdjustmentSchema>;
export type WithdrawAdjustmentInput = z.infer<typeof WithdrawAdjustmentSchema>;
export type RevokeAdjustmentInput = z.infer<typeof RevokeAdjustmentSchema>;
export type DecideAdjustmentInput = z.infer<typeof DecideAdjustmentSchema>;
export type SaveReportTextInput = z.infer<typeof SaveReportTextSchema>;
export type SavePrefaceInput = z.infer<typeof SavePrefaceSchema>;
export type FinaliseReportInput = z.infer<typeof FinaliseReportSchema>;
export type AskForFileInput = z.infer<typeof AskForFileSchema>;
export type UnlockReportInput = z.infer<typeof UnlockReportSchema>;
export type PublishReportInput = z.infer<typeof PublishReportSchema>;
export type CallOffErratumInput = z.infer<typeof CallOffErratumSchema>;
export type BeginErratumInput = z.infer<typeof BeginErratumSchema>;
