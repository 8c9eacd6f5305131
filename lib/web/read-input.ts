import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { fieldsWithNul } from "@/lib/domain/inputs/nul";
import { describeIssues } from "@/lib/web/describe-issues";

type Read<Input> = { ok: true; input: Input } | { ok: false; fieldErrors: Record<string, string[]> };

/** Parses the input, or returns the errors of each field. What passes can be stored. */
export async function readInput<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
): Promise<Read<z.output<Schema>>> {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return { ok: false, fieldErrors: await describeIssues(parsed.error) };
  const unreadable = fieldsWithNul(parsed.data);
  if (unreadable.length === 0) return { ok: true, input: parsed.data };
  const sentence = (await getTranslations("refusals.fields"))("unreadable");
  return { ok: false, fieldErrors: Object.fromEntries(unreadable.map((field) => [field, [sentence]])) };
}
