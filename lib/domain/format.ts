import { z } from "zod";
import { SECTION_IDS } from "./section-ids";

export const SectionIdSchema = z.enum(SECTION_IDS);
export type SectionId = (typeof SECTION_IDS)[number];

/** `table.row.column`, stable across format versions where the meaning is the same. */
export const CellKeySchema = z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+){1,2}$/);
export type CellKey = string;

const LabelSchema = z.string().min(1);

const ColumnSchema = z.object({
  key: z.string(),
  label: LabelSchema,
  /** Header labels above this one, outermost first: ["申请人情况", "法人或其他组织"]. */
  above: z.array(LabelSchema),
});

const RowSchema = z.object({
  key: z.string(),
  label: LabelSchema,
  /** Row labels left of this one, outermost first: ["三、本年度办理结果", "（三）不予公开"]. */
  left: z.array(LabelSchema),
  /** The article that the row comes from, shown where one types. */
  law: z.string().nullable(),
});

const CellSchema = z.object({
  key: CellKeySchema,
  row: z.string(),
  column: z.string(),
  type: z.enum(["count", "signed_count", "amount"]),
  unit: LabelSchema,
  /** Present on a computed cell: the cells whose sum it is. A total is computed, never typed. */
  sumOf: z.array(CellKeySchema).min(2).optional(),
});

const TableSchema = z.object({
  id: z.string(),
  caption: LabelSchema.nullable(),
  /** What the corner above the row labels says; empty where rows have no labels. */
  corner: z.string(),
  columns: z.array(ColumnSchema).min(1),
  rows: z.array(RowSchema).min(1),
  /** In the order in which they are printed, row by row. */
  cells: z.array(CellSchema).min(1),
});

const SectionSchema = z.object({
  id: SectionIdSchema,
  number: LabelSchema,
  title: LabelSchema,
  kind: z.enum(["narrative", "tables"]),
  /** What the statutory template says in this section's place. */
  guidance: z.string().nullable(),
  tables: z.array(TableSchema),
});

/**
 * A statutory form as data. The same value draws the form, checks the answers, rolls up, prints and reads workbooks.
 *
 * The schema refuses nonsense: a key that stands twice, a total that names a cell which is not there, a cell outside
 * its table's rows and columns.
 */
export const FormatSchema = z
  .object({
    id: z.string(),
    name: LabelSchema,
    document: LabelSchema,
    /** First and last report year, inclusive; `last` is null while the form is in force. */
    years: z.object({ first: z.number().int(), last: z.number().int().nullable() }),
    sections: z.array(SectionSchema),
    overviewAspects: z.array(LabelSchema),
    /** Characters of section 一, as a rule; null where the notice sets none. */
    overviewMaxCharacters: z.number().int().positive().nullable(),
    notes: z.array(LabelSchema),
  })
  .superRefine((format, context) => {
    const cells = format.sections.flatMap((section) => section.tables.flatMap((table) => table.cells));
    const keys = new Set<string>();
    for (const cell of cells) {
      if (keys.has(cell.key)) context.addIssue({ code: "custom", message: `cell ${cell.key} stands twice` });
      keys.add(cell.key);
    }
    for (const section of format.sections) {
      if ((section.kind === "tables") !== section.tables.length > 0) {
        context.addIssue({ code: "custom", message: `section ${section.id} is ${section.kind}` });
      }
      for (const table of section.tables) {
        const rows = new Set(table.rows.map((row) => row.key));
        const columns = new Set(table.columns.map((column) => column.key));
        for (const cell of table.cells) {
          if (!rows.has(cell.row) || !columns.has(cell.column)) {
            context.addIssue({ code: "custom", message: `cell ${cell.key} has no row or column` });
          }
          for (const part of cell.sumOf ?? []) {
            if (!keys.has(part))
              context.addIssue({ code: "custom", message: `${cell.key} sums ${part}, which is not there` });
          }
        }
      }
    }
  });

export type Format = z.infer<typeof FormatSchema>;
export type FormatSection = Format["sections"][number];
export type FormatTable = FormatSection["tables"][number];
export type FormatRow = FormatTable["rows"][number];
export type FormatColumn = FormatTable["columns"][number];
export type FormatCell = FormatTable["cells"][number];
