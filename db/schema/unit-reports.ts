import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { StoredInterchangeReportSchema } from "../../lib/domain/interchange";
import { districtId, moment } from "./columns";
import { organisations } from "./organisations";
import { storedJson } from "./stored-json";

/** A unit's own published report of a year, as it was read in: what the unit submits here is held against it. */
export const unitReports = pgTable(
  "unit_reports",
  {
    districtId: districtId(),

    organisationId: uuid("organisation_id").notNull(),
    year: integer("year").notNull(),
    title: text("title").notNull(),
    report: storedJson("unit_reports.report", StoredInterchangeReportSchema).notNull(),
    hash: text("hash").notNull(),
    importedBy: uuid("imported_by").notNull(),
    importedByName: text("imported_by_name").notNull(),
    importedAt: moment("imported_at").notNull(),
    /** The body that the report names where it is not the unit: only a second person lets that in. */
    otherBody: text("other_body"),
    confirmedBy: uuid("confirmed_by"),
    confirmedByName: text("confirmed_by_name"),
  },
  (table) => [
    check(
      "unit_reports_other_body_needs_second_person",
      sql`(${table.otherBody} is null) = (${table.confirmedBy} is null) and ${table.confirmedBy} is distinct from ${table.importedBy}`,
    ),
    primaryKey({ name: "unit_reports_pkey", columns: [table.districtId, table.organisationId, table.year] }),
    foreignKey({
      name: "unit_reports_organisation_fkey",
      columns: [table.districtId, table.organisationId],
      foreignColumns: [organisations.districtId, organisations.id],
    }),
  ],
);

/** A report that names another body than the unit, until a second person has let it in or turned it away. */
export const proposedUnitReports = pgTable(
  "proposed_unit_reports",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    year: integer("year").notNull(),
    title: text("title").notNull(),
    /** Empty where the report names nobody. */
    body: text("body").notNull(),
    reason: text("reason").notNull(),
    report: storedJson("proposed_unit_reports.report", StoredInterchangeReportSchema).notNull(),
    hash: text("hash").notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    proposedByName: text("proposed_by_name").notNull(),
    proposedAt: moment("proposed_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "proposed_unit_reports_pkey", columns: [table.districtId, table.id] }),
    unique("proposed_unit_reports_year_key").on(table.districtId, table.organisationId, table.year),
    foreignKey({
      name: "proposed_unit_reports_organisation_fkey",
      columns: [table.districtId, table.organisationId],
      foreignColumns: [organisations.districtId, organisations.id],
    }),
  ],
);
