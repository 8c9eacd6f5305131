import { foreignKey, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { submissions } from "./submissions";

/** The working figures of a submission: one row a cell, the text as found and, when it is a number, its exact value. */
export const figures = pgTable(
  "figures",
  {
    districtId: districtId(),

    submissionId: uuid("submission_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    cellKey: text("cell_key").notNull(),
    found: text("found"),
    value: numeric("value"),
    updatedBy: uuid("updated_by").notNull(),
    updatedByName: text("updated_by_name").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "figures_pkey", columns: [table.districtId, table.submissionId, table.cellKey] }),
    foreignKey({
      name: "figures_submission_fkey",
      columns: [table.districtId, table.submissionId],
      foreignColumns: [submissions.districtId, submissions.id],
    }),
  ],
);
