import { z } from "zod";
import { CORRECTION_ANSWERS } from "@/lib/domain/correction-request";
import { SectionIdSchema } from "@/lib/domain/format";

/** A report that names another body than its unit; `body` is empty where it names nobody. */
const OtherBodySchema = z.object({ year: z.number().int(), title: z.string(), body: z.string() });

/** What happens to a report: the district's own, and those of past years and of units that are taken in. */
export const REPORT_EVENTS = [
  z.object({
    type: z.literal("report_warning_explained"),
    data: z.object({ rule: z.string(), findingId: z.string(), body: z.string() }),
  }),
  z.object({
    type: z.literal("note_chosen"),
    data: z.object({
      rule: z.string(),
      findingId: z.string(),
      /** Whose explanation it is; empty for the office's own. */
      unit: z.string(),
      /** The words that are printed; null where it is printed no more. */
      note: z.string().nullable(),
    }),
  }),
  z.object({
    type: z.literal("unit_report_imported"),
    data: z.object({
      year: z.number().int(),
      title: z.string(),
      hash: z.string(),
      /**
       * Present where the report names another body than the unit: which, why it is the unit's all the same, who had
       * proposed it, and what the second person, who acts, says to it.
       */
      body: z.string().optional(),
      reason: z.string().optional(),
      proposedBy: z.string().optional(),
      confirmation: z.string().optional(),
    }),
  }),
  z.object({
    type: z.literal("unit_report_proposed"),
    data: OtherBodySchema.extend({ hash: z.string(), reason: z.string() }),
  }),
  z.object({ type: z.literal("unit_report_declined"), data: OtherBodySchema.extend({ reason: z.string() }) }),
  z.object({ type: z.literal("unit_report_withdrawn"), data: OtherBodySchema }),
  z.object({
    type: z.literal("adjustment_proposed"),
    data: z.object({ cellKey: z.string(), amount: z.string(), reason: z.string() }),
  }),
  z.object({ type: z.literal("adjustment_withdrawn"), data: z.object({ cellKey: z.string(), amount: z.string() }) }),
  z.object({
    type: z.literal("adjustment_revoked"),
    data: z.object({ cellKey: z.string(), amount: z.string(), reason: z.string() }),
  }),
  z.object({ type: z.literal("adjustment_restored"), data: z.object({ cellKey: z.string(), amount: z.string() }) }),
  z.object({ type: z.literal("adjustment_signed"), data: z.object({ cellKey: z.string(), amount: z.string() }) }),
  z.object({ type: z.literal("adjustment_declined"), data: z.object({ cellKey: z.string(), amount: z.string() }) }),
  z.object({
    type: z.literal("report_text_saved"),
    data: z.object({ headingKey: z.string(), heading: z.string(), characters: z.number().int() }),
  }),
  z.object({ type: z.literal("report_finalised"), data: z.object({ version: z.number().int(), hash: z.string() }) }),
  z.object({ type: z.literal("report_unlocked"), data: z.object({ version: z.number().int(), reason: z.string() }) }),
  z.object({
    type: z.literal("report_published"),
    data: z.object({ version: z.number().int(), hash: z.string(), verificationCode: z.string() }),
  }),
  z.object({
    type: z.literal("report_superseded"),
    data: z.object({ version: z.number().int(), by: z.number().int() }),
  }),
  z.object({
    type: z.literal("erratum_called_off"),
    data: z.object({ version: z.number().int(), reason: z.string() }),
  }),
  z.object({ type: z.literal("erratum_begun"), data: z.object({ version: z.number().int(), reason: z.string() }) }),
  z.object({
    type: z.literal("report_imported"),
    data: z.object({ year: z.number().int(), title: z.string(), hash: z.string() }),
  }),
  z.object({
    type: z.literal("report_taken"),
    data: z.object({ title: z.string(), version: z.number().int(), hash: z.string(), sections: z.number().int() }),
  }),
  z.object({
    type: z.literal("correction_answered"),
    data: z.object({
      year: z.number().int(),
      sectionId: SectionIdSchema,
      from: z.string(),
      answer: z.enum(CORRECTION_ANSWERS),
      body: z.string(),
    }),
  }),
  z.object({
    type: z.literal("draft_downloaded"),
    data: z.object({ version: z.number().int(), format: z.string() }),
  }),
] as const;
