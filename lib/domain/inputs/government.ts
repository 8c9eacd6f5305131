import { z } from "zod";
import { CORRECTION_ANSWERS } from "@/lib/domain/correction-request";
import { GOVERNMENT_LEVELS } from "@/lib/domain/government-level";
import { accountName, id, name, reason, request } from "@/lib/domain/inputs/parts";

export const AddGovernmentSchema = z.object({
  ...request,
  name,
  level: z.enum(GOVERNMENT_LEVELS),
  officeName: name,
  adminName: name,
  adminAccount: accountName,
});
export const TakeReportSchema = z.object({
  ...request,
  cycleId: id,
  organisationId: id,
  /** The version that was seen. */
  reportId: id,
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export const AnswerCorrectionSchema = z.object({
  ...request,
  correctionId: id,
  answer: z.enum(CORRECTION_ANSWERS),
  /** What the correction is printed with, or why the report stays. */
  body: reason,
});

export type AddGovernmentInput = z.infer<typeof AddGovernmentSchema>;
export type TakeReportInput = z.infer<typeof TakeReportSchema>;
export type AnswerCorrectionInput = z.infer<typeof AnswerCorrectionSchema>;
