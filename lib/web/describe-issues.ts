import "server-only";
import { z } from "zod";
import { SAID } from "@/lib/domain/inputs/said";
import type { RefusalWords } from "@/lib/web/refusal-words";

/** One plain sentence for each field that cannot be taken as it is: the first thing that is wrong with it. */
export function describeIssues(error: z.ZodError, { t }: RefusalWords): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    result[field] ??= [sentenceOfIssue(issue, t)];
  }
  return result;
}

const SaidSchema = z.object({
  say: z.enum(SAID),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** One plain sentence for one thing that cannot be taken as it is. */
export function sentenceOfIssue(issue: z.core.$ZodIssue, t: RefusalWords["t"]): string {
  const custom = SaidSchema.safeParse(issue.code === "custom" ? issue.params : null);
  if (custom.success) return t(`fields.${custom.data.say}`, custom.data.values);
  if (issue.code === "too_small") {
    const minimum = Number(issue.minimum);
    if (issue.origin === "string") return minimum <= 1 ? t("fields.missing") : t("fields.tooShort", { minimum });
    if (issue.origin === "array") return t("fields.chooseOne");
    return t("fields.tooLow", { minimum });
  }
  if (issue.code === "too_big") {
    const maximum = Number(issue.maximum);
    return issue.origin === "string" ? t("fields.tooLong", { maximum }) : t("fields.tooHigh", { maximum });
  }
  if (issue.code === "invalid_type") return t("fields.missing");
  const field = String(issue.path[0] ?? "");
  if (field === "account" || field === "adminAccount") return t("fields.accountForm");
  if (field === "amount") return t("fields.notANumber");
  if (field === "key") return t("fields.keyForm");
  if (field.endsWith("At") || field.endsWith("On")) return t("fields.notADate");
  return t("fields.wrong");
}
