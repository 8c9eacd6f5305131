import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/access";
import type { CallResult } from "@/lib/domain/direct-call";
import { refusalOfOutage, sqlStateOf } from "@/lib/domain/outage";
import type { Refusal } from "@/lib/domain/refusal";
import { log } from "@/lib/web/log";
import { readInput } from "@/lib/web/read-input";
import { type RefusalWords, sayRefusal, shownCode } from "@/lib/web/refusal-words";

/** Who calls, and in which language the answer is. */
export type Caller = { actor: Actor | null; words: () => Promise<RefusalWords> };

/** Parses what a page's script sent, does it, and says how it went. Bugs and lost connections pass through. */
export async function runCall<Schema extends z.ZodType, Result>(
  schema: Schema,
  work: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Result>,
  sent: unknown,
  { actor, words }: Caller,
): Promise<CallResult<Result>> {
  if (!actor) return { status: "signed_out", message: (await words()).t("signed_out") };
  const read = await readInput(schema, sent, words);
  if (!read.ok) return { status: "invalid", fieldErrors: read.fieldErrors };
  try {
    return { status: "done", result: await work(actor, read.input, new Date()) };
  } catch (error) {
    const refusal = refusalOf(error);
    return { status: "refused", code: shownCode(refusal), ...sayRefusal(refusal, await words()) };
  }
}

/** What the person is told; bugs, lost connections and `redirect()` pass through. */
export function refusalOf(error: unknown): Refusal {
  const refusal = refusalOfOutage(error);
  if (!refusal) throw error;
  // Whoever runs the system looks for the reason in the log; the statement and what it held stay out of it.
  if (refusal !== error) log("error", "database", { sqlState: sqlStateOf(error), answered: refusal.code });
  return refusal;
}
