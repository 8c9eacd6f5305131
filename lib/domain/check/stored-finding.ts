import { z } from "zod";
import { type Finding, RULE_IDS } from "@/lib/domain/check/finding";
import { SectionIdSchema } from "@/lib/domain/format";

const PlaceSchema = z.object({
  headingKey: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
});

/** A finding as it is kept with its explanation. Apart from the findings, so that checks in the browser need no schema. */
export const FindingSchema = z.object({
  id: z.string(),
  rule: z.enum(RULE_IDS),
  severity: z.enum(["error", "warning", "info"]),
  sectionId: SectionIdSchema.nullable(),
  cells: z.array(z.string()),
  text: PlaceSchema.nullable(),
  earlierText: PlaceSchema.exactOptional(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  messageKey: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  terms: z.array(z.object({ label: z.string(), value: z.string() })),
}) satisfies z.ZodType<Finding>;
