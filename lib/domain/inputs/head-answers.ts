import { z } from "zod";
import { HEAD_STATEMENTS, type HeadAnswer } from "@/lib/domain/head-statement";
import { ANSWER_FIELDS } from "@/lib/domain/inputs/answer-fields";
import { reason } from "@/lib/domain/inputs/parts";
import type { Said } from "@/lib/domain/inputs/said";

const HoldsSchema = z.enum(["yes", "no"]);

/**
 * Reads the head's answers out of a form's fields. Each statement must be answered, and a no needs its reason; what is
 * missing becomes an issue at its field.
 */
export function readHeadAnswers(fields: Readonly<Record<string, unknown>>, ctx: z.RefinementCtx): HeadAnswer[] {
  return HEAD_STATEMENTS.flatMap((statement): HeadAnswer[] => {
    const holds = HoldsSchema.safeParse(fields[`${ANSWER_FIELDS.holds}${statement}`]);
    if (!holds.success) {
      ctx.addIssue({
        code: "custom",
        path: [`${ANSWER_FIELDS.holds}${statement}`],
        params: { say: "answer" } satisfies Said,
      });
      return [];
    }
    if (holds.data === "yes") return [{ statement, holds: true, reason: null }];
    const field = `${ANSWER_FIELDS.because}${statement}`;
    const because = reason.safeParse(fields[field] ?? "");
    if (because.success) return [{ statement, holds: false, reason: because.data }];
    for (const issue of because.error.issues) ctx.addIssue({ ...issue, path: [field] });
    return [];
  });
}
