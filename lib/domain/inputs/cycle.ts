import { z } from "zod";
import { INDICATOR_ROLL_UPS } from "@/lib/domain/indicator-roll-up";
import { LIMIT } from "@/lib/domain/inputs/limits";
import {
  id,
  moment,
  name,
  note,
  optionalMoment,
  optionalReason,
  reason,
  request,
  tick,
  ticks,
  ticksOfAtLeastOne,
} from "@/lib/domain/inputs/parts";

/** What the office decides of the year before when it opens the next one. */
const nextYearChoices = {
  /** By heading: the text may be used again, is written anew, or the heading is left out. */
  texts: z.record(z.string().max(60), z.enum(["keep", "renew", "drop"])).optional(),
  /** By unit that has gone: the unit that goes on with its work; empty where that is divided by hand. */
  takesOver: z.record(id, z.union([z.literal(""), id])).optional(),
  /** Units that were exempt and are again, for the same reason. */
  exempt: ticks,
  dropsPreface: tick,
};

/** A form names each choice `texts:heading` or `takesOver:unit`. */
function gatherChoices(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  const plain = new Map<string, unknown>();
  const gathered = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(sent)) {
    const [kind = "", key] = name.split(":", 2);
    if (key === undefined) plain.set(name, value);
    else gathered.set(kind, { ...gathered.get(kind), [key]: value });
  }
  return Object.fromEntries([...plain, ...gathered]);
}

export const OpenCycleSchema = z.preprocess(
  gatherChoices,
  z.object({
    ...request,
    year: z.coerce.number().int().min(2019).max(2100),
    tablesDueAt: moment,
    narrativeDueAt: moment,
    /** Left out where lateness is only marked. */
    hardEndAt: optionalMoment,
    ...nextYearChoices,
  }),
);
export const ChangeCycleDatesSchema = z.object({
  ...request,
  cycleId: id,
  tablesDueAt: moment,
  narrativeDueAt: moment,
  hardEndAt: optionalMoment,
});
export const CloseCycleSchema = z.object({ ...request, cycleId: id });
export const ReopenCycleSchema = z.object({ ...request, cycleId: id, reason });
export const ExtendDueDateSchema = z.object({ ...request, submissionId: id, dueAt: moment, reason });
export const ExtendUnitsSchema = z.object({
  ...request,
  cycleId: id,
  organisationIds: ticksOfAtLeastOne,
  dueAt: moment,
  reason,
});
/** Which units a further step is about; nothing changes yet. */
export const ChooseUnitsSchema = z.object({ organisationIds: ticksOfAtLeastOne });
export const ExemptUnitSchema = z.object({
  ...request,
  cycleId: id,
  organisationId: id,
  /** Empty asks the unit again. */
  reason: optionalReason,
});
export const IncludeUnitSchema = z.object({
  ...request,
  cycleId: id,
  organisationId: id,
  /** Until when the unit has time; asked for where the year's own dates have passed. */
  dueAt: optionalMoment,
});
/** What writers read beside a field. */
const helpText = note.default("");
/** Empty asks for a new one. */
const keyOrNew = z.union([z.literal(""), z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)]);
export const OutlineHeadingSchema = z.object({
  ...request,
  cycleId: id,
  key: keyOrNew,
  sectionId: z.enum(["overview", "problems", "other"]),
  position: z.coerce.number().int().min(0).max(1000),
  level: z.coerce.number().int().min(0).max(4),
  number: z.string().trim().max(LIMIT.mark),
  title: z.string().trim().max(LIMIT.name),
  owners: ticks,
  mayKeepText: tick,
  help: helpText,
});
export const RemoveOutlineHeadingSchema = z.object({ ...request, cycleId: id, key: z.string().min(1).max(100) });
export const IndicatorSchema = z.object({
  ...request,
  cycleId: id,
  key: keyOrNew,
  organisationId: id,
  label: name,
  unit: z.string().trim().min(1).max(LIMIT.mark),
  isApproximate: tick,
  position: z.coerce.number().int().min(0).max(1000),
  alsoFrom: ticks,
  rollsUp: z.enum(INDICATOR_ROLL_UPS).default("sum"),
  /** The keys of dividend and divisor, of a ratio alone. */
  ratioOver: z.string().max(100).default(""),
  ratioUnder: z.string().max(100).default(""),
  decimals: z.coerce.number().int().min(0).max(6).default(2),
  help: helpText,
});
export const RemoveIndicatorSchema = z.object({ ...request, cycleId: id, key: z.string().min(1).max(100) });
/** Beside which other a heading or an indicator goes. */
export const MoveEntrySchema = z.object({
  ...request,
  cycleId: id,
  key: z.string().min(1).max(100),
  beside: z.string().min(1).max(100),
  side: z.enum(["before", "after"]),
});

type SentOpening = z.infer<typeof OpenCycleSchema>;
export type NextYearChoices = Partial<Pick<SentOpening, "texts" | "takesOver" | "exempt" | "dropsPreface">>;
/** A year may be opened without a choice: then everything is taken over, nothing of it exempt. */
export type OpenCycleInput = Omit<SentOpening, keyof NextYearChoices> & NextYearChoices;
export type ChangeCycleDatesInput = z.infer<typeof ChangeCycleDatesSchema>;
export type CloseCycleInput = z.infer<typeof CloseCycleSchema>;
export type ReopenCycleInput = z.infer<typeof ReopenCycleSchema>;
export type ExtendDueDateInput = z.infer<typeof ExtendDueDateSchema>;
export type ExtendUnitsInput = z.infer<typeof ExtendUnitsSchema>;
export type ExemptUnitInput = z.infer<typeof ExemptUnitSchema>;
export type IncludeUnitInput = z.infer<typeof IncludeUnitSchema>;
type SentHeading = z.infer<typeof OutlineHeadingSchema>;
export type OutlineHeadingInput = Omit<SentHeading, "help"> & Partial<Pick<SentHeading, "help">>;
export type RemoveOutlineHeadingInput = z.infer<typeof RemoveOutlineHeadingSchema>;
type SentIndicator = z.infer<typeof IndicatorSchema>;
type IndicatorChoices = "alsoFrom" | "rollsUp" | "ratioOver" | "ratioUnder" | "decimals" | "help";
/** What is left out is as in a form that says nothing of it. */
export type IndicatorInput = Omit<SentIndicator, IndicatorChoices> & Partial<Pick<SentIndicator, IndicatorChoices>>;
export type MoveEntryInput = z.infer<typeof MoveEntrySchema>;
export type RemoveIndicatorInput = z.infer<typeof RemoveIndicatorSchema>;
