import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { submissions } from "./submissions";

/** The working text of a submission: one row a heading. */
export const paragraphs = pgTable(
  "paragraphs",
  {
    districtId: districtId(),

    submissionId: uuid("submission_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    headingKey: text("heading_key").notNull(),
    body: text("body").notNull(),
    updatedBy: uuid("updated_by").notNull(),
    updatedByName: text("updated_by_name").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "paragraphs_pkey", columns: [table.districtId, table.submissionId, table.headingKey] }),
    foreignKey({
      name: "paragraphs_submission_fkey",
      columns: [table.districtId, table.submissionId],
      foreignColumns: [submissions.districtId, submissions.id],
    }),
  ],
);
