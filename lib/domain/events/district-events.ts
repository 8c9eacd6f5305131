import { z } from "zod";
import { RULE_EFFECTS } from "@/lib/domain/check/finding";
import { SectionIdSchema } from "@/lib/domain/format";
import { GOVERNMENT_LEVELS } from "@/lib/domain/government-level";

/** The severity of one version of a rule, from which day on. */
const RuleSettingDataSchema = z.object({
  rule: z.string(),
  ruleVersion: z.number().int(),
  effect: z.enum(RULE_EFFECTS),
  holdsFrom: z.string(),
});

/** What the office changes in a district: its years, units, rules and settings. */
export const DISTRICT_EVENTS = [
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
    type: z.literal("cycle_opened"),
    data: z.object({
      year: z.number().int(),
      formatId: z.string(),
      /** The hash of the frozen format; older events do not have it. */
      formatHash: z.string().optional(),
      units: z.number().int(),
      carriedFrom: z.number().int().nullable(),
      /** Present where the year has one. */
      hardEndAt: z.string().optional(),
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
  z.object({
    type: z.literal("cycle_hard_end_changed"),
    // Null where lateness is only marked.
    data: z.object({ year: z.number().int(), from: z.string().nullable(), to: z.string().nullable() }),
  }),
  z.object({ type: z.literal("cycle_closed"), data: z.object({ year: z.number().int() }) }),
  z.object({
    type: z.literal("cycle_reopened"),
    data: z.object({ year: z.number().int(), reason: z.string() }),
  }),
  z.object({ type: z.literal("unit_exempted"), data: z.object({ year: z.number().int(), reason: z.string() }) }),
  z.object({ type: z.literal("unit_exemption_ended"), data: z.object({ year: z.number().int() }) }),
  z.object({ type: z.literal("unit_included"), data: z.object({ year: z.number().int() }) }),
  /** The unit goes on with the work of one that has gone; `from` is its name. */
  z.object({ type: z.literal("unit_taken_over"), data: z.object({ year: z.number().int(), from: z.string() }) }),
  z.object({ type: z.literal("unit_reminded"), data: z.object({ sections: z.array(SectionIdSchema) }) }),
  z.object({
    type: z.literal("government_added"),
    data: z.object({ name: z.string(), level: z.enum(GOVERNMENT_LEVELS) }),
  }),
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
  z.object({
    type: z.literal("district_set_up"),
    data: z.object({
      name: z.string(),
      office: z.string(),
      /** Who of the government above did it; missing where a district was set up by itself. */
      by: z.string().optional(),
    }),
  }),
  z.object({
    type: z.literal("outline_changed"),
    data: z.object({
      year: z.number().int(),
      heading: z.string(),
      /** Ids of the units that were told, of what section; nobody of a changed order. */
      told: z.array(z.string()).optional(),
      sectionId: SectionIdSchema.optional(),
    }),
  }),
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
  z.object({ type: z.literal("robot_added"), data: z.object({ name: z.string() }) }),
  z.object({ type: z.literal("robot_removed"), data: z.object({ name: z.string() }) }),
  // The address itself may hold a secret; `host` says where it leads.
  z.object({ type: z.literal("webhook_added"), data: z.object({ name: z.string(), host: z.string() }) }),
  z.object({ type: z.literal("webhook_removed"), data: z.object({ name: z.string() }) }),
  z.object({ type: z.literal("contact_changed"), data: z.object({ office: z.string() }) }),
] as const;
