import { z } from "zod";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import { id, request, tick } from "@/lib/domain/inputs/parts";
import { LEDGER_ROLES } from "@/lib/domain/ledger/ledger-heads";
import { LedgerReadingSchema } from "@/lib/domain/ledger/ledger-reading";
import { LedgerColumnsSchema } from "@/lib/domain/ledger/stored-ledger";

const MOST_CHARACTERS = 10_000_000;
const MOST_WORDS = 400;

/** What was read travels as text through the form that shows what it would do. */
function sentAs<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(MOST_CHARACTERS)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const word = { role: z.enum(["kind", "outcome"]), word: z.string().min(1).max(200).refine(isWithoutNul) };
const target = z.string().regex(/^[a-z_]*$/);
const words = z.array(z.object(word)).max(MOST_WORDS);

export const ReadLedgerSchema = z.object({ submissionId: id, file: z.instanceof(File).optional() });

/** The reading with the columns and the meanings that were chosen, a field each: `column.received`, `target.0`. */
export const CountLedgerSchema = z
  .looseObject({ submissionId: id, reading: sentAs(LedgerReadingSchema), words: sentAs(words) })
  .transform(({ submissionId, reading, words: listed, ...fields }, context) => {
    const columns = LedgerColumnsSchema.safeParse(
      Object.fromEntries(LEDGER_ROLES.map((role) => [role, fields[`column.${role}`] ?? ""])),
    );
    const targets = z.array(target).safeParse(listed.map((_word, index) => fields[`target.${index}`] ?? ""));
    if (!columns.success || !targets.success) {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
    const chosen = listed.map((entry, index) => ({ ...entry, target: targets.data[index] ?? "" }));
    return { submissionId, reading, columns: columns.data, words: chosen };
  });

export const TakeLedgerSchema = z.object({
  ...request,
  submissionId: id,
  reading: sentAs(LedgerReadingSchema),
  columns: sentAs(LedgerColumnsSchema),
  words: sentAs(z.array(z.object({ ...word, target })).max(MOST_WORDS)),
  /** What the sender saw that it would do. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export const RemoveLedgerSchema = z.object({
  ...request,
  submissionId: id,
  /** The ledger that the sender saw. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether the figures go back to what they were before it. */
  restore: tick,
});

export type CountLedgerInput = z.infer<typeof CountLedgerSchema>;
export type TakeLedgerInput = z.infer<typeof TakeLedgerSchema>;
export type RemoveLedgerInput = z.infer<typeof RemoveLedgerSchema>;
