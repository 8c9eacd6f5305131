import { z } from "zod";
import { ADJUSTMENT_STATES } from "@/lib/domain/adjustment";
import { REPORT_STATES } from "@/lib/domain/report";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { decimalText, moment, uuid } from "@/lib/web/api/parts";
import { FindingSchema } from "@/lib/web/api/schemas/section";

export const ReportEntrySchema = z.object({
  id: uuid,
  cycleId: uuid.nullable(),
  year: z.int(),
  version: z.int(),
  title: z.string(),
  state: z.enum(REPORT_STATES),
  documentHash: z.string().nullable(),
  verificationCode: z.string().nullable(),
  finalisedByName: z.string().nullable(),
  finalisedAt: moment.nullable(),
  publishedByName: z.string().nullable(),
  publishedAt: moment.nullable(),
});

export const AdjustmentSchema = z.object({
  id: uuid,
  cellKey: z.string(),
  amount: z.string(),
  reason: z.string(),
  state: z.enum(ADJUSTMENT_STATES),
  proposedByName: z.string(),
  proposedAt: moment,
  decidedByName: z.string().nullable(),
  decidedAt: moment.nullable(),
});

/** The district's figures as they stand, and who is missing in them. */
export const RollUpSchema = z.object({
  report: ReportEntrySchema,
  figures: z.array(z.object({ cellKey: z.string(), label: z.string(), value: decimalText, units: z.int() })),
  units: z.array(
    z.object({ organisationId: uuid, name: z.string(), status: z.enum(["included", "nil", "exempt", "missing"]) }),
  ),
  adjustments: z.array(AdjustmentSchema),
});

/** Where one figure comes from. */
export const TraceSchema = z.object({
  cellKey: z.string(),
  value: decimalText,
  parts: z.array(z.string()),
  units: z.array(
    z.object({
      unit: z.string(),
      value: z.string(),
      version: z.int(),
      submittedBy: z.string(),
      submittedAt: moment,
      approvedBy: z.string(),
      approvedAt: moment,
    }),
  ),
  next: z.string().nullable(),
});

/** The report as it would be now, with what the rules say and what keeps it from being made final. */
export const ReportWorkSchema = z.object({
  report: ReportEntrySchema,
  blockers: z.array(
    z.object({
      kind: z.enum(["missing_units", "open_adjustments", "nothing_corrected", "errors", "unexplained"]),
      count: z.int().optional(),
      units: z.array(z.string()).optional(),
    }),
  ),
  findings: z.array(FindingSchema),
  preface: z.string(),
  texts: z.array(
    z.object({
      sectionId: z.enum(SECTION_IDS),
      headingKey: z.string(),
      number: z.string(),
      title: z.string(),
      /** The office's own text; null where it is assembled from what units wrote. */
      own: z.string().nullable(),
      printed: z.array(z.string()),
    }),
  ),
});
