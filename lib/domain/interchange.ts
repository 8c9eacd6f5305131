import { z } from "zod";
import { CellKeySchema } from "@/lib/domain/format";

/**
 * `nianbao.report/1`: a report's figures and text as data. Figures are decimal text, null for a blank cell, or the
 * text that stood there when it is not a number.
 */
export const InterchangeReportSchema = z.object({
  schema: z.literal("nianbao.report/1"),
  title: z.string(),
  year: z.number().int().min(2008).max(2100),
  format: z.string(),
  organisation: z.string().optional(),
  source: z.string().optional(),
  preface: z.array(z.string()).optional(),
  figures: z.record(CellKeySchema, z.string().nullable()),
  /** Section id, or heading key below it, to its text; paragraphs are separated by line feeds. */
  narrative: z.record(z.string(), z.string()).optional(),
  /** The headings of the narrative sections in order, where the reader found any. */
  outline: z
    .array(
      z.object({
        key: z.string(),
        section: z.string(),
        level: z.number().int(),
        number: z.string(),
        title: z.string(),
      }),
    )
    .optional(),
  narrative_facts: z.array(z.looseObject({ text: z.string() })).optional(),
  /** Sections that the reader looked for and did not find. */
  missing_sections: z.array(z.string()).optional(),
  /** What stood in the file and could not be placed; never guessed. */
  unplaced: z.array(z.string()).optional(),
});

export type InterchangeReport = z.infer<typeof InterchangeReportSchema>;
