import { z } from "zod";
import { COMMENT_REPLIES } from "@/lib/domain/comment";
import { SectionIdSchema } from "@/lib/domain/format";
import { HEAD_STATEMENTS } from "@/lib/domain/head-statement";

const CellChangeSchema = z.object({ cellKey: z.string(), from: z.string().nullable(), to: z.string().nullable() });

const HeadAnswerSchema = z.object({
  statement: z.enum(HEAD_STATEMENTS),
  holds: z.boolean(),
  reason: z.string().nullable(),
});

const VersionedSchema = z.object({ sectionId: SectionIdSchema, version: z.number().int() });

/** What happens to one section of a unit: filled in, submitted, reviewed, commented on and explained. */
export const SECTION_EVENTS = [
  z.object({
    type: z.literal("figures_saved"),
    data: z.object({ sectionId: SectionIdSchema, changes: z.array(CellChangeSchema) }),
  }),
  z.object({
    type: z.literal("paragraph_saved"),
    data: z.object({
      sectionId: SectionIdSchema,
      headingKey: z.string(),
      heading: z.string(),
      characters: z.number().int(),
    }),
  }),
  z.object({
    type: z.literal("section_declared_nil"),
    data: z.object({ sectionId: SectionIdSchema, changes: z.array(CellChangeSchema) }),
  }),
  // Cells that are still as the declaration left them are blank again.
  z.object({
    type: z.literal("nil_declaration_withdrawn"),
    data: z.object({ sectionId: SectionIdSchema, changes: z.array(CellChangeSchema) }),
  }),
  // What the year was opened with: 上年结转, as the unit carried it out the year before.
  z.object({
    type: z.literal("figures_carried"),
    data: z.object({ sectionId: SectionIdSchema, changes: z.array(CellChangeSchema) }),
  }),
  // Blank cells of a section in which something was filled in, as it was submitted; the unit was told how many.
  z.object({
    type: z.literal("blanks_counted_as_zero"),
    data: z.object({ sectionId: SectionIdSchema, changes: z.array(CellChangeSchema) }),
  }),
  // Table three was counted from a ledger of requests; the cells that this changed were saved beside.
  z.object({
    type: z.literal("ledger_counted"),
    data: z.object({
      sectionId: SectionIdSchema,
      rows: z.number().int(),
      uncounted: z.number().int(),
      hash: z.string(),
      /** It took the place of one before. */
      isNewer: z.boolean(),
    }),
  }),
  z.object({
    type: z.literal("ledger_removed"),
    data: z.object({
      sectionId: SectionIdSchema,
      rows: z.number().int(),
      hash: z.string(),
      /** The figures went back to what they were before it. */
      isRestored: z.boolean(),
    }),
  }),
  z.object({
    type: z.literal("section_submitted"),
    data: VersionedSchema.extend({
      receipt: z.string(),
      isNil: z.boolean(),
      hash: z.string(),
      awaitsSignature: z.boolean(),
      isLate: z.boolean(),
      /** Why it was sent again although nothing in it changed; only where that is so. */
      unchangedReason: z.string().optional(),
    }),
  }),
  // Taken over from the published report of a government below; what was typed or taken before has gone.
  z.object({
    type: z.literal("section_taken"),
    data: VersionedSchema.extend({
      receipt: z.string(),
      isNil: z.boolean(),
      hash: z.string(),
      changes: z.array(CellChangeSchema),
      texts: z.array(z.object({ headingKey: z.string(), characters: z.number().int() })),
      /** The district below that published it, its report and which version of it. */
      districtId: z.string(),
      reportId: z.string(),
      reportVersion: z.number().int(),
    }),
  }),
  z.object({
    type: z.literal("section_signed"),
    // What the head answered for; signatures from before it was asked have none.
    data: VersionedSchema.extend({ answers: z.array(HeadAnswerSchema).default([]) }),
  }),
  z.object({ type: z.literal("signature_declined"), data: VersionedSchema.extend({ reason: z.string() }) }),
  z.object({ type: z.literal("submission_withdrawn"), data: VersionedSchema }),
  z.object({ type: z.literal("review_begun"), data: VersionedSchema }),
  z.object({ type: z.literal("review_released"), data: VersionedSchema }),
  z.object({
    type: z.literal("submission_returned"),
    data: VersionedSchema.extend({ reason: z.string(), comments: z.number().int(), dueAt: z.string().nullable() }),
  }),
  z.object({ type: z.literal("submission_approved"), data: VersionedSchema }),
  z.object({
    type: z.literal("reopening_undone"),
    // What its unit had typed since, which the version takes the place of; events from before this was done have none.
    data: VersionedSchema.extend({
      isNil: z.boolean().optional(),
      changes: z.array(CellChangeSchema).default([]),
      texts: z
        .array(z.object({ headingKey: z.string(), characters: z.number().int(), dropped: z.string() }))
        .default([]),
    }),
  }),
  z.object({
    type: z.literal("submission_reopened"),
    // A new day for the answer; events from before days were given do not have it.
    data: VersionedSchema.extend({ reason: z.string(), dueAt: z.string().nullable().optional() }),
  }),
  z.object({
    type: z.literal("comment_added"),
    data: VersionedSchema.extend({ anchor: z.string(), body: z.string() }),
  }),
  z.object({
    type: z.literal("comment_resolved"),
    // Events from before comments were answered in words have no reply.
    data: z.object({
      sectionId: SectionIdSchema,
      anchor: z.string(),
      reply: z.enum(COMMENT_REPLIES).optional(),
      replyText: z.string().optional(),
    }),
  }),
  z.object({ type: z.literal("comment_settled"), data: z.object({ sectionId: SectionIdSchema, anchor: z.string() }) }),
  z.object({
    type: z.literal("warning_explained"),
    data: z.object({ sectionId: SectionIdSchema, rule: z.string(), findingId: z.string(), body: z.string() }),
  }),
  z.object({
    type: z.literal("explanation_accepted"),
    data: z.object({ sectionId: SectionIdSchema, rule: z.string(), findingId: z.string() }),
  }),
  z.object({
    type: z.literal("due_date_extended"),
    data: z.object({ sectionId: SectionIdSchema, from: z.string(), to: z.string(), reason: z.string() }),
  }),
] as const;
