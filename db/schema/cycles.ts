import { integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { FormatSchema } from "../../lib/domain/format";
import { districtId, moment } from "./columns";
import { storedJson } from "./stored-json";

/** One district's collection for one year. The format is a frozen copy: later changes of the code do not reach it. */
export const cycles = pgTable(
  "cycles",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    year: integer("year").notNull(),
    format: storedJson("cycles.format", FormatSchema).notNull(),
    formatHash: text("format_hash").notNull(),
    state: text("state", { enum: ["open", "closed"] }).notNull(),
    tablesDueAt: moment("tables_due_at").notNull(),
    narrativeDueAt: moment("narrative_due_at").notNull(),
    statutoryDueAt: moment("statutory_due_at").notNull(),
    /** From then on nothing is handed in without an extension; null where lateness is only marked. */
    hardEndAt: moment("hard_end_at"),
    /** The published report that carried figures are tied to. */
    previousReportId: uuid("previous_report_id"),
    /** The opening paragraphs of the district's report, one a line. */
    preface: text("preface").notNull().default(""),
    openedAt: moment("opened_at").notNull(),
    closedAt: moment("closed_at"),
  },
  (table) => [
    primaryKey({ name: "cycles_pkey", columns: [table.districtId, table.id] }),
    unique("cycles_year_key").on(table.districtId, table.year),
  ],
);
