import "server-only";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { SAID } from "@/lib/domain/inputs/said";

/** One plain sentence for each field that cannot be taken as it is: the first thing that is wrong with it. */
export async function describeIssues(error: z.ZodError): Promise<Record<string, string[]>> {
  const t = await getTranslations("refusals.fields");
  const result: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    result[field] ??= [sentence(issue, t)];
  }
  return result;
}

type Translate = Awaited<ReturnType<typeof getTranslations<"refusals.fields">>>;

const SaidSchema = z.object({
  say: z.enum(SAID),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

function sentence(issue: z.core.$ZodIssue, t: Translate): string {
  const custom = SaidSchema.safeParse(issue.code === "custom" ? issue.params : null);
  if (custom.success) return t(custom.data.say, custom.data.values);
  if (issue.code === "too_small") {
    const minimum = Number(issue.minimum);
    if (issue.origin === "string") return minimum <= 1 ? t("missing") : t("tooShort", { minimum });
    if (issue.origin === "array") return t("chooseOne");
    return t("tooLow", { minimum });
  }
  if (issue.code === "too_big") {
    const maximum = Number(issue.maximum);
    return issue.origin === "string" ? t("tooLong", { maximum }) : t("tooHigh", { maximum });
  }
  if (issue.code === "invalid_type") return t("missing");
  const field = String(issue.path[0] ?? "");
  if (field === "account" || field === "adminAccount") return t("accountForm");
  if (field === "amount") return t("notANumber");
  if (field === "key") return t("keyForm");
  if (field.endsWith("At") || field.endsWith("On")) return t("notADate");
  return t("wrong");
}
