import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { InterchangeReport } from "../../lib/domain/interchange";
import { districtId, moment } from "./columns";
import { organisations } from "./organisations";

/** A unit's own published report of a year, as it was read in: what the unit submits here is held against it. */
export const unitReports = pgTable(
  "unit_reports",
  {
    districtId: districtId(),

    organisationId: uuid("organisation_id").notNull(),
    year: integer("year").notNull(),
    title: text("title").notNull(),
    report: jsonb("report").$type<InterchangeReport>().notNull(),
    hash: text("hash").notNull(),
    importedBy: uuid("imported_by").notNull(),
    importedByName: text("imported_by_name").notNull(),
    importedAt: moment("imported_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "unit_reports_pkey", columns: [table.districtId, table.organisationId, table.year] }),
    foreignKey({
      name: "unit_reports_organisation_fkey",
      columns: [table.districtId, table.organisationId],
      foreignColumns: [organisations.districtId, organisations.id],
    }),
  ],
);
