import { z } from "zod";
import { request } from "@/lib/domain/inputs/parts";
import { StaffRowsSchema } from "@/lib/domain/staff-table/find-staff-tables";

const MOST_CHARACTERS = 8_000_000;

/** A list of units and people: its file, or cells that were copied out of one. */
export const ReadStaffListSchema = z.object({
  file: z.instanceof(File).optional(),
  text: z.string().max(MOST_CHARACTERS).default(""),
});
/** The rows travel as text through the form that shows what they would do. */
export const ImportStaffSchema = z.object({
  ...request,
  rows: z
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
    .pipe(StaffRowsSchema),
  /** What the sender saw that they would do. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
