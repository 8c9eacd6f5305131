import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { RULE_EFFECTS } from "@/lib/domain/check/finding";
import { SectionIdSchema } from "@/lib/domain/format";
import { COUNTERS, GUESSED_AT } from "@/lib/domain/guessing";

const CellChangeSchema = z.object({ cellKey: z.string(), from: z.string().nullable(), to: z.string().nullable() });
const VersionedSchema = z.object({ sectionId: SectionIdSchema, version: z.number().int() });
/** A report that names another body than its unit; `body` is empty where it names nobody. */
const OtherBodySchema = z.object({ year: z.number().int(), title: z.string(), body: z.string() });
/** The address somebody came from, and whether the account had signed in on that device before. */
const AskedFromSchema = z.object({ account: z.string(), source: z.string(), isKnownDevice: z.boolean() });

/** How loudly which version of a rule is told, from which day on. */
const RuleSettingDataSchema = z.object({
  rule: z.string(),
  ruleVersion: z.number().int(),
  effect: z.enum(RULE_EFFECTS),
  holdsFrom: z.string(),
});

/**
 * What happened, in the past tense. An event carries what a reader needs later; the row around it holds when, who,
 * which unit, cycle, submission and report. Adding a type without a sentence in `events.json` fails a test.
 */
export const EventSchema = z.discriminatedUnion("type", [
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
  // Blank cells of a section in which something was filled in, as it was submitted; the unit was told how many.
  z.object({
    type: z.literal("blanks_counted_as_zero"),
    data: z.object({ sectionId: SectionIdSchema, changes: z.array(CellChangeSchema) }),
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
  z.object({ type: z.literal("section_signed"), data: VersionedSchema }),
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
  z.object({ type: z.literal("comment_resolved"), data: z.object({ sectionId: SectionIdSchema, anchor: z.string() }) }),
  z.object({
    type: z.literal("warning_explained"),
    data: z.object({ sectionId: SectionIdSchema, rule: z.string(), findingId: z.string(), body: z.string() }),
  }),
  z.object({
    type: z.literal("explanation_accepted"),
    data: z.object({ sectionId: SectionIdSchema, rule: z.string(), findingId: z.string() }),
  }),
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
    type: z.literal("rule_setting_proposed"),
    data: RuleSettingDataSchema.extend({ reason: z.string() }),
  }),
  z.object({
    type: z.literal("rule_setting_confirmed"),
    data: RuleSettingDataSchema.extend({ reason: z.string(), proposedBy: z.string() }),
  }),
  z.object({ type: z.literal("rule_setting_declined"), data: RuleSettingDataSchema.extend({ reason: z.string() }) }),
  z.object({ type: z.literal("rule_setting_withdrawn"), data: RuleSettingDataSchema }),
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
    type: z.literal("cycle_opened"),
    data: z.object({
      year: z.number().int(),
      formatId: z.string(),
      /** Of the frozen copy of the form; events from before it was told do not have it. */
      formatHash: z.string().optional(),
      units: z.number().int(),
      carriedFrom: z.number().int().nullable(),
    }),
  }),
  z.object({
    type: z.literal("cycle_dates_changed"),
    data: z.object({
      year: z.number().int(),
      /** Which sections the date is for. */
      part: z.enum(["tables", "narrative"]),
      from: z.string(),
      to: z.string(),
    }),
  }),
  z.object({ type: z.literal("cycle_closed"), data: z.object({ year: z.number().int() }) }),
  z.object({
    type: z.literal("cycle_reopened"),
    data: z.object({ year: z.number().int(), reason: z.string() }),
  }),
  z.object({
    type: z.literal("due_date_extended"),
    data: z.object({ sectionId: SectionIdSchema, from: z.string(), to: z.string(), reason: z.string() }),
  }),
  z.object({ type: z.literal("unit_exempted"), data: z.object({ year: z.number().int(), reason: z.string() }) }),
  z.object({ type: z.literal("unit_exemption_ended"), data: z.object({ year: z.number().int() }) }),
  z.object({ type: z.literal("unit_included"), data: z.object({ year: z.number().int() }) }),
  z.object({ type: z.literal("unit_reminded"), data: z.object({ sections: z.array(SectionIdSchema) }) }),
  z.object({ type: z.literal("unit_added"), data: z.object({ name: z.string() }) }),
  z.object({
    type: z.literal("unit_changed"),
    data: z.object({
      name: z.string(),
      before: z.string(),
      /** Present where they changed; units were once ended and begun again by this. */
      isActive: z.boolean().optional(),
      needsSignature: z.boolean().optional(),
    }),
  }),
  z.object({
    type: z.literal("unit_dissolved"),
    data: z.object({
      name: z.string(),
      /** The day, as an ISO date. */
      on: z.string(),
      reason: z.string(),
      isCounted: z.boolean(),
    }),
  }),
  z.object({ type: z.literal("unit_restored"), data: z.object({ name: z.string() }) }),
  z.object({ type: z.literal("unit_removed"), data: z.object({ name: z.string() }) }),
  z.object({ type: z.literal("person_added"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({
    type: z.literal("person_renamed"),
    data: z.object({ account: z.string(), name: z.string(), before: z.string() }),
  }),
  z.object({ type: z.literal("person_deactivated"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("person_reactivated"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("person_removed"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("role_granted"), data: z.object({ account: z.string(), role: z.enum(ROLES) }) }),
  z.object({ type: z.literal("role_ended"), data: z.object({ account: z.string(), role: z.enum(ROLES) }) }),
  z.object({ type: z.literal("sign_in_code_issued"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("password_set"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("signed_in"), data: AskedFromSchema }),
  z.object({ type: z.literal("sign_in_failed"), data: AskedFromSchema.extend({ what: z.enum(GUESSED_AT) }) }),
  z.object({
    type: z.literal("sign_in_slowed"),
    data: AskedFromSchema.extend({ what: z.enum(GUESSED_AT), counter: z.enum(COUNTERS), seconds: z.number().int() }),
  }),
  z.object({ type: z.literal("signed_out"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("sessions_ended"), data: z.object({ account: z.string(), sessions: z.number().int() }) }),
  z.object({
    type: z.literal("draft_downloaded"),
    data: z.object({ version: z.number().int(), format: z.string() }),
  }),
  z.object({ type: z.literal("district_set_up"), data: z.object({ name: z.string(), office: z.string() }) }),
  z.object({ type: z.literal("outline_changed"), data: z.object({ year: z.number().int(), heading: z.string() }) }),
  z.object({
    type: z.literal("letterhead_uploaded"),
    data: z.object({ fileName: z.string(), hash: z.string(), before: z.string() }),
  }),
  z.object({ type: z.literal("letterhead_removed"), data: z.object({ fileName: z.string() }) }),
  z.object({
    type: z.literal("return_reason_saved"),
    // `before` is empty where the text is new.
    data: z.object({ body: z.string(), before: z.string() }),
  }),
  z.object({ type: z.literal("return_reason_removed"), data: z.object({ body: z.string() }) }),
  z.object({ type: z.literal("contact_changed"), data: z.object({ office: z.string() }) }),
]);

export type DomainEvent = z.infer<typeof EventSchema>;
export type EventType = DomainEvent["type"];

export const EVENT_TYPES: readonly EventType[] = EventSchema.options.map((option) => option.shape.type.value);

export type StoredEvent = {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  organisationId: string | null;
  cycleId: string | null;
  submissionId: string | null;
  reportId: string | null;
  event: DomainEvent;
};
