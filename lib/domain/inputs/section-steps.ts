import { z } from "zod";
import { optionalReason, request, seen, ticksOfAtLeastOne } from "@/lib/domain/inputs/parts";
import type { SectionSubmitInput } from "@/lib/domain/inputs/section";
import { STEP_FIELDS } from "@/lib/domain/inputs/step-fields";

const StepSchema = z.object({
  ...seen,
  blanksSeen: z.coerce.number().int().min(0).optional(),
  unchangedReason: optionalReason.optional(),
});

/** A step with several sections at once, each ticked and as its sender saw it. */
export const SectionStepsSchema = z
  .looseObject({ ...request, section: ticksOfAtLeastOne })
  .transform(({ requestId, section, ...fields }, ctx) => {
    const sections = section.flatMap((submissionId): SectionSubmitInput[] => {
      const read = StepSchema.safeParse({
        expectedRevision: fields[`${STEP_FIELDS.revision}${submissionId}`],
        blanksSeen: fields[`${STEP_FIELDS.blanks}${submissionId}`],
        unchangedReason: fields[`${STEP_FIELDS.reason}${submissionId}`],
      });
      if (read.success) return [{ submissionId, ...read.data }];
      for (const issue of read.error.issues) {
        ctx.addIssue({ ...issue, path: [`${STEP_FIELDS.reason}${submissionId}`] });
      }
      return [];
    });
    return { requestId, sections };
  });

export type SectionStepsInput = z.infer<typeof SectionStepsSchema>;
