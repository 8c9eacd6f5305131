import { z } from "zod";

/** The columns of table three in which an applicant is counted, in their order. */
export const APPLICANT_KINDS = [
  "natural_person",
  "business",
  "research",
  "welfare",
  "legal_service",
  "other_organisation",
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** Said of a request that nobody has answered yet: it is carried over. */
export const OPEN = "open";
/** Said of a line that is no request, such as one entered by mistake. */
export const EXCLUDED = "excluded";

/** Why a line is not counted, as far as its cells alone say it. Codes are stable; their wording lives in the message files. */
export const CELL_FAULTS = [
  "excluded",
  "received_missing",
  "received_unreadable",
  "kind_missing",
  "kind_unmapped",
  "two_kinds",
  "outcome_unmapped",
  "two_outcomes",
  "answered_unreadable",
] as const;
export type CellFault = (typeof CELL_FAULTS)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One request as it is kept: nothing of who asked, and nothing of what was asked for. */
const LedgerRowSchema = z.object({
  /** Which sheet of the file, counted from 0, and the line in it as the program numbers it. */
  sheet: z.number().int().min(0),
  row: z.number().int().min(1),
  received: day.nullable(),
  kind: z.enum(APPLICANT_KINDS).nullable(),
  /** The key of a row of table three, or `open`. */
  outcome: z
    .string()
    .regex(/^[a-z_]+$/)
    .nullable(),
  answered: day.nullable(),
  isExtended: z.boolean(),
  fault: z.enum(CELL_FAULTS).nullable(),
});
export type LedgerRow = z.infer<typeof LedgerRowSchema>;

/** As many requests as a ledger may hold: the largest city has a tenth. */
export const MOST_LEDGER_ROWS = 60_000;

/** The rows of a ledger as a list of values each, which take a third of the room. */
export const PackedRowsSchema = z
  .array(
    z.tuple([
      LedgerRowSchema.shape.sheet,
      LedgerRowSchema.shape.row,
      LedgerRowSchema.shape.received,
      LedgerRowSchema.shape.kind,
      LedgerRowSchema.shape.outcome,
      LedgerRowSchema.shape.answered,
      LedgerRowSchema.shape.isExtended,
      LedgerRowSchema.shape.fault,
    ]),
  )
  .max(MOST_LEDGER_ROWS);
export type PackedRows = z.infer<typeof PackedRowsSchema>;

/** Rows as they are stored. */
export function packRows(rows: readonly LedgerRow[]): PackedRows {
  return rows.map(({ sheet, row, received, kind, outcome, answered, isExtended, fault }) => [
    sheet,
    row,
    received,
    kind,
    outcome,
    answered,
    isExtended,
    fault,
  ]);
}

/** Stored rows as they are worked with. */
export function unpackRows(rows: PackedRows): LedgerRow[] {
  return rows.map(([sheet, row, received, kind, outcome, answered, isExtended, fault]) => ({
    sheet,
    row,
    received,
    kind,
    outcome,
    answered,
    isExtended,
    fault,
  }));
}
