import { z } from "zod";
import { foldName } from "@/lib/domain/fold-name";
import { LIMIT, PASSWORD_MINIMUM } from "@/lib/domain/inputs/limits";
import type { Said } from "@/lib/domain/inputs/said";

export const id = z.uuid();
/**
 * A tick of a form. Browsers send nothing for a box that is not ticked, so a missing key says no; a hidden field says it
 * with "on" or nothing.
 */
export const tick = z
  .enum(["on", ""])
  .default("")
  .transform((sent) => sent === "on");
/** Several boxes under one question, of which none need be ticked. */
export const ticks = z.array(id).max(500).default([]);
/** Several boxes under one question, of which at least one is to be ticked. */
export const ticksOfAtLeastOne = z.array(id).prefault([]).pipe(z.array(id).min(1).max(500));
/** A text's line ends as browsers send them become line feeds, and count as one. */
const lines = z.string().overwrite((text) => text.replace(/\r\n?/g, "\n"));
export const reason = lines.trim().min(1).max(LIMIT.reason);
export const optionalReason = lines.trim().max(LIMIT.reason);
export const note = lines.trim().max(LIMIT.note);
export const body = lines.max(LIMIT.text);
/**
 * A due date as a form sends it: a day means its end, 24:00 in Asia/Shanghai; with a time it is that time there.
 */
export const moment = z.union([
  z.date(),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/)
    .transform((text) =>
      text.length === 10 ? new Date(Date.parse(`${text}T00:00:00+08:00`) + 86_400_000) : new Date(`${text}:00+08:00`),
    )
    .refine((date) => !Number.isNaN(date.getTime())),
]);
/** A day as a date field sends it, kept as it is; a day that the calendar does not have is refused. */
export const day = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true,
  );
/** A day that may be left out. */
export const optionalDay = z.preprocess((value) => (value === "" ? undefined : value), day.optional());
export const optionalMoment = z.preprocess((value) => (value === "" ? undefined : value), moment.optional());
/** A name that somebody can see: one of blanks and marks without a shape is as good as empty. */
export const name = z
  .string()
  .trim()
  .min(1)
  .max(LIMIT.name)
  .refine((text) => foldName(text) !== "", { params: { say: "missing" } satisfies Said });
export const accountName = z.string().trim().min(2).max(LIMIT.account).regex(/^\S+$/);
/** A mail address as it is typed; empty is none. */
export const email = z
  .string()
  .trim()
  .max(LIMIT.email)
  .refine((text) => text === "" || z.email().safeParse(text).success, { params: { say: "email" } satisfies Said })
  .transform((text) => (text === "" ? null : text));
export const password = z.string().min(PASSWORD_MINIMUM).max(LIMIT.password);

/** Every form sends one: the same request again changes nothing. */
export const request = { requestId: id };
/** The revision that the sender saw, so that a concurrent move is reported, not overwritten. */
export const seen = { expectedRevision: z.coerce.number().int().min(0) };
/** What the sender of a section was told, and why it comes again unchanged. */
export const submitting = {
  blanksSeen: z.coerce.number().int().min(0).optional(),
  unchangedReason: optionalReason.optional(),
};

export const figureText = z
  .string()
  .max(LIMIT.figure)
  .nullable()
  .transform((text) => (text === "" ? null : text));
