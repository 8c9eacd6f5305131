import { z } from "zod";
import { RuleRecordSchema } from "@/lib/domain/check-record";
import { CellKeySchema } from "@/lib/domain/format";
import { PrintedReportSchema } from "@/lib/domain/report-document";

const shape = PrintedReportSchema.shape;

/**
 * What a report of the product says about itself beyond its figures and text: what state it is in, who stands behind
 * which figure, and what is missing. State, version and date are null where they are not known.
 */
export const RECORD_SHAPE = {
  office: shape.office,
  state: shape.state,
  version: shape.version,
  date: shape.date,
  published_on: shape.publishedOn,
  verification_code: shape.verificationCode,
  contact: shape.contact,
  /** Figures that the text quotes, by the cell that they are bound to: which paragraph of the place, from which character. */
  quoted: z.array(
    z.object({
      place: z.string(),
      cell: z.string(),
      value: z.string(),
      paragraph: z.number().int().min(0).optional(),
      at: z.number().int().min(0).optional(),
    }),
  ),
  indicators: shape.indicators,
  units: shape.units,
  adjustments: shape.adjustments,
  provenance: shape.provenance,
  previous_figures: shape.previousFigures,
  notes: shape.notes,
  checks: shape.checks,
  gaps: shape.gaps,
  erratum: shape.erratum,
};

/** Another program may mean something else by a name of the record: what does not fit is left aside. */
const ifItFits = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** The namespace of the same report as XML. */
export const XML_NAMESPACE = "urn:nianbao:report:1";

/**
 * `nianbao.report/1`: a report's figures and text as data. Figures are decimal text, null for a blank cell, or the
 * text that stood there when it is not a number. A report of the product carries its record along, from `office` on.
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
  office: ifItFits(RECORD_SHAPE.office),
  state: ifItFits(RECORD_SHAPE.state),
  version: ifItFits(RECORD_SHAPE.version),
  date: ifItFits(RECORD_SHAPE.date),
  published_on: ifItFits(RECORD_SHAPE.published_on),
  verification_code: ifItFits(RECORD_SHAPE.verification_code),
  contact: ifItFits(RECORD_SHAPE.contact),
  quoted: ifItFits(RECORD_SHAPE.quoted),
  indicators: ifItFits(RECORD_SHAPE.indicators),
  units: ifItFits(RECORD_SHAPE.units),
  adjustments: ifItFits(RECORD_SHAPE.adjustments),
  provenance: ifItFits(RECORD_SHAPE.provenance),
  previous_figures: ifItFits(RECORD_SHAPE.previous_figures),
  notes: ifItFits(RECORD_SHAPE.notes),
  checks: ifItFits(z.array(RuleRecordSchema)),
  gaps: ifItFits(RECORD_SHAPE.gaps),
  erratum: ifItFits(RECORD_SHAPE.erratum),
  /** Rows of table 三 that were known by their place although their label is another. */
  relabelled: z.array(z.object({ row: z.string(), label: z.string(), found: z.string() })).optional(),
});

/**
 * A report as it is kept once it was read: what did not fit was left aside then, and what is there must fit.
 */
export const StoredInterchangeReportSchema = InterchangeReportSchema.extend(z.object(RECORD_SHAPE).partial().shape);

export type InterchangeReport = z.infer<typeof InterchangeReportSchema>;

/**
 * Figures and text alone, with the state that the file names: who stands behind the figures of another body's file is
 * nobody of this district.
 */
export function withoutRecord(report: InterchangeReport): InterchangeReport {
  const names = new Set<string>(Object.keys(RECORD_SHAPE).filter((name) => name !== "state"));
  return InterchangeReportSchema.parse(Object.fromEntries(Object.entries(report).filter(([name]) => !names.has(name))));
}
