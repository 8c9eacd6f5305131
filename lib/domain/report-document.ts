import { z } from "zod";
import { RuleRecordSchema } from "@/lib/domain/check-record";
import { CellKeySchema, FormatSchema, SectionIdSchema } from "@/lib/domain/format";
import { INDICATOR_ROLL_UPS } from "@/lib/domain/indicator-roll-up";

/** Running text, or a figure that is bound to a cell or indicator and printed with the value it had. */
export const SegmentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("figure"), cellKey: z.string(), value: z.string() }),
]);

const ParagraphSchema = z.array(SegmentSchema);

/** `number` is printed as it stands: "（一）", "1."; a heading without title holds a section's opening paragraphs. */
const HeadingSchema = z.object({
  key: z.string(),
  level: z.number().int().min(0).max(4),
  number: z.string(),
  title: z.string(),
  paragraphs: z.array(ParagraphSchema),
});

const ReportSectionSchema = z.object({
  id: SectionIdSchema,
  number: z.string(),
  title: z.string(),
  kind: z.enum(["narrative", "tables"]),
  headings: z.array(HeadingSchema),
});

/** Who stands behind one unit's part of a figure. Times are ISO 8601 with offset. */
const ContributionSchema = z.object({
  unit: z.string(),
  value: z.string().nullable(),
  version: z.number().int().positive(),
  submittedBy: z.string(),
  submittedAt: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
  /** The published report of a government below that it was taken from; left out where the unit filled it in. */
  report: z.object({ id: z.string(), version: z.number().int().positive(), hash: z.string() }).optional(),
});

const UnitStatusSchema = z.object({
  name: z.string(),
  isOffice: z.boolean(),
  status: z.enum(["included", "nil", "exempt", "missing"]),
  reason: z.string().nullable(),
});

const AdjustmentSchema = z.object({
  cellKey: CellKeySchema,
  amount: z.string(),
  reason: z.string(),
  /** In documents of before, which are kept as they were; who proposed and signed is the office's history alone. */
  proposedBy: z.string().optional(),
  signedBy: z.string().optional(),
});

const IndicatorValueSchema = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.string(),
  owner: z.string(),
  /** Null where it is blank, or rolls up to nothing. */
  value: z.string().nullable(),
  isApproximate: z.boolean(),
  /** How the value came from its parts; left out where it is what its one unit gave. */
  rollsUp: z.enum(INDICATOR_ROLL_UPS).optional(),
  parts: z.array(z.object({ unit: z.string(), value: z.string().nullable() })).optional(),
});

/**
 * The consolidated report as one value. `composeReport` makes it; every writer only draws it: no writer adds, rounds,
 * sorts or hides anything. It holds all that a published report must answer for, so that the public pages need
 * nothing else.
 */
export const ReportDocumentSchema = z.object({
  schema: z.literal("nianbao.document/1"),
  title: z.string(),
  district: z.string(),
  office: z.string(),
  year: z.number().int(),
  /** The frozen form; tables are laid out from it. */
  format: FormatSchema,
  state: z.enum(["draft", "final", "published"]),
  /** Counts published versions of one report; an erratum is the next one. */
  version: z.number().int().positive(),
  /** ISO dates: when composed or finalised, and when published. */
  date: z.string(),
  publishedOn: z.string().nullable(),
  /** Sixteen hexadecimal digits in groups of four; null in a draft. */
  verificationCode: z.string().nullable(),
  contact: z.object({ address: z.string(), postcode: z.string(), phone: z.string() }).nullable(),
  preface: z.array(ParagraphSchema),
  sections: z.array(ReportSectionSchema),
  /** Every cell of the form with its text; totals included, null is blank. */
  figures: z.record(CellKeySchema, z.string().nullable()),
  indicators: z.array(IndicatorValueSchema),
  units: z.array(UnitStatusSchema),
  adjustments: z.array(AdjustmentSchema),
  /** Non-zero contributions by cell; a unit of `units` that is included and not listed reported zero. */
  provenance: z.record(CellKeySchema, z.array(ContributionSchema)),
  /** Last year's published figures where there are any, for charts. */
  previousFigures: z.record(CellKeySchema, z.string().nullable()).nullable(),
  /** Explained warnings that the office chose to print. */
  notes: z.array(z.string()),
  /** The rules that the report was held against and what each said; not in documents from before they were recorded. */
  checks: z.array(RuleRecordSchema).optional(),
  /** What is missing, each a sentence; a draft prints them, a final has none. */
  gaps: z.array(z.string()),
  erratum: z
    .object({
      supersedesVersion: z.number().int().positive(),
      reason: z.string(),
      differences: z.array(
        z.object({
          cellKey: z.string(),
          label: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
      /** Paragraphs that read otherwise; null where there was none, or is none any more. */
      passages: z.array(z.object({ place: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    })
    .nullable(),
});

export type ReportDocument = z.infer<typeof ReportDocumentSchema>;

/** A document without the list of who gave which part of each figure, which grows with units and cells alike. */
export type DocumentWithoutSources = Omit<ReportDocument, "provenance">;

/**
 * What the writers draw: a report of the product, or figures and text that were read from a file which does not say what
 * it is. Of such a file state, version and dates are null, and the writers say so instead of printing any.
 */
export const PrintedReportSchema = ReportDocumentSchema.extend({
  state: ReportDocumentSchema.shape.state.nullable(),
  version: ReportDocumentSchema.shape.version.nullable(),
  date: ReportDocumentSchema.shape.date.nullable(),
});

export type PrintedReport = z.infer<typeof PrintedReportSchema>;
export type ReportSection = ReportDocument["sections"][number];
export type ReportHeading = ReportSection["headings"][number];
export type Segment = z.infer<typeof SegmentSchema>;
export type Contribution = z.infer<typeof ContributionSchema>;
