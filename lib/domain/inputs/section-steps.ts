import { z } from "zod";
import { readHeadAnswers } from "@/lib/domain/inputs/head-answers";
import { optionalReason, request, seen, ticksOfAtLeastOne } from "@/lib/domain/inputs/parts";
import type { SectionSubmitInput } from "@/lib/domain/inputs/section";
import { STEP_FIELDS } from "@/lib/domain/inputs/step-fields";

const StepSchema = z.object({
  ...seen,
  blanksSeen: z.coerce.number().int().min(0).optional(),
  unchangedReason: optionalReason.optional(),
});

const TICKED = { ...request, section: ticksOfAtLeastOne };

/** A step with several sections at once, each ticked and as its sender saw it. */
export const SectionStepsSchema = z
  .looseObject(TICKED)
  .transform(({ requestId, section, ...fields }, ctx) => ({ requestId, sections: readSections(section, fields, ctx) }));

/** As `SectionStepsSchema`, signed by their unit's head, who answers for all of them at once. */
export const SignSectionsSchema = z.looseObject(TICKED).transform(({ requestId, section, ...fields }, ctx) => ({
  requestId,
  sections: readSections(section, fields, ctx),
  answers: readHeadAnswers(fields, ctx),
}));

function readSections(
  section: readonly string[],
  fields: Readonly<Record<string, unknown>>,
  ctx: z.RefinementCtx,
): SectionSubmitInput[] {
  return section.flatMap((submissionId) => {
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
}

export type SectionStepsInput = z.infer<typeof SectionStepsSchema>;
export type SignSectionsInput = z.infer<typeof SignSectionsSchema>;
