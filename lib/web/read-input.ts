import "server-only";
import type { z } from "zod";
import { fieldsWithNul } from "@/lib/domain/inputs/nul";
import { describeIssues } from "@/lib/web/describe-issues";
import type { RefusalWords } from "@/lib/web/refusal-words";

type Read<Input> = { ok: true; input: Input } | { ok: false; fieldErrors: Record<string, string[]> };

/** Parses the input, or returns the errors of each field in these words. What passes can be stored. */
export async function readInput<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  words: () => Promise<RefusalWords>,
): Promise<Read<z.output<Schema>>> {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return { ok: false, fieldErrors: describeIssues(parsed.error, await words()) };
  const unreadable = fieldsWithNul(parsed.data);
  if (unreadable.length === 0) return { ok: true, input: parsed.data };
  const sentence = (await words()).t("fields.unreadable");
  return { ok: false, fieldErrors: Object.fromEntries(unreadable.map((field) => [field, [sentence]])) };
}
