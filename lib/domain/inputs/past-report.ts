import { z } from "zod";
import { id, optionalReason, reason, request } from "@/lib/domain/inputs/parts";
import { InterchangeReportSchema } from "@/lib/domain/interchange";

/** A report that was published before: its file or its text. */
export const ReadReportSchema = z.object({
  file: z.instanceof(File).optional(),
  text: z.string().max(4_000_000).default(""),
});
/** A read report travels as text through the form that shows it. */
const reportText = z
  .string()
  .max(4_000_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(InterchangeReportSchema);
export const ImportUnitReportSchema = z.object({
  ...request,
  organisationId: id,
  report: reportText,
  /** Why a report that names another body is this unit's all the same; a second person decides on it. */
  otherBodyReason: optionalReason.optional(),
});
export const SettleUnitReportSchema = z.object({
  ...request,
  proposalId: id,
  decision: z.enum(["confirm", "decline"]),
  /** What the second person has to say to it, either way. */
  reason,
});
export const WithdrawUnitReportSchema = z.object({ ...request, proposalId: id });
export const TakeOverPastReportSchema = z.object({
  ...request,
  report: reportText,
  publishedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .transform((day) => new Date(`${day}T09:00:00+08:00`))
    .refine((date) => !Number.isNaN(date.getTime())),
});

export type ImportUnitReportInput = z.infer<typeof ImportUnitReportSchema>;
export type SettleUnitReportInput = z.infer<typeof SettleUnitReportSchema>;
export type WithdrawUnitReportInput = z.infer<typeof WithdrawUnitReportSchema>;
