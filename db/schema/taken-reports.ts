import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { cycleUnits } from "./cycle-units";

/** The published reports of the governments below that were taken over as what these units submit; never changed. */
export const takenReports = pgTable(
  "taken_reports",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    cycleId: uuid("cycle_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    /** The report as it is published in the district below. */
    reportId: uuid("report_id").notNull(),
    version: integer("version").notNull(),
    documentHash: text("document_hash").notNull(),
    title: text("title").notNull(),
    publishedByName: text("published_by_name").notNull(),
    publishedAt: moment("published_at").notNull(),
    takenBy: uuid("taken_by").notNull(),
    takenByName: text("taken_by_name").notNull(),
    takenAt: moment("taken_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "taken_reports_pkey", columns: [table.districtId, table.id] }),
    unique("taken_reports_report_key").on(table.districtId, table.cycleId, table.organisationId, table.reportId),
    foreignKey({
      name: "taken_reports_unit_fkey",
      columns: [table.districtId, table.cycleId, table.organisationId],
      foreignColumns: [cycleUnits.districtId, cycleUnits.cycleId, cycleUnits.organisationId],
    }),
  ],
);
