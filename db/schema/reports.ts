import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { REPORT_STATES } from "../../lib/domain/report";
import { ReportDocumentSchema } from "../../lib/domain/report-document";
import { districtId, moment } from "./columns";
import { letterheads } from "./letterheads";
import { storedJson } from "./stored-json";

/** Consolidated reports. From "final" on the document is fixed; an imported report comes from outside the product. */
export const reports = pgTable(
  "reports",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    cycleId: uuid("cycle_id"),
    year: integer("year").notNull(),
    version: integer("version").notNull(),
    state: text("state", { enum: REPORT_STATES }).notNull(),
    origin: text("origin", { enum: ["composed", "imported"] }).notNull(),
    title: text("title").notNull(),
    districtName: text("district_name").notNull(),
    document: storedJson("reports.document", ReportDocumentSchema),
    documentHash: text("document_hash"),
    verificationCode: text("verification_code"),
    erratumReason: text("erratum_reason"),
    finalisedBy: uuid("finalised_by"),
    finalisedByName: text("finalised_by_name"),
    finalisedAt: moment("finalised_at"),
    publishedByName: text("published_by_name"),
    publishedAt: moment("published_at"),
    /** How the report is printed, fixed when it is made final: its template, with or without charts and annexes. */
    letterheadId: uuid("letterhead_id"),
    hasCharts: boolean("has_charts").notNull().default(true),
    hasUnitAnnexes: boolean("has_unit_annexes").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "reports_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "reports_letterhead_fkey",
      columns: [table.districtId, table.letterheadId],
      foreignColumns: [letterheads.districtId, letterheads.id],
    }),
    unique("reports_version_key").on(table.districtId, table.year, table.version),
    index("reports_public_idx").on(table.state, table.year),
    index("reports_code_idx").on(table.verificationCode),
  ],
);
