import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { VersionContentSchema } from "../../lib/domain/version";
import { districtId, moment } from "./columns";
import { storedJson } from "./stored-json";
import { submissions } from "./submissions";
import { takenReports } from "./taken-reports";

/** A submission as it was when submitted: whole, numbered, never changed. */
export const versions = pgTable(
  "versions",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    submissionId: uuid("submission_id").notNull(),
    cycleId: uuid("cycle_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    number: integer("number").notNull(),
    content: storedJson("versions.content", VersionContentSchema).notNull(),
    contentHash: text("content_hash").notNull(),
    isNil: boolean("is_nil").notNull(),
    receipt: text("receipt").notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    submittedByName: text("submitted_by_name").notNull(),
    submittedAt: moment("submitted_at").notNull(),
    /** The published report of a government below that it was taken from; null where a unit filled it in. */
    takenReportId: uuid("taken_report_id"),
  },
  (table) => [
    primaryKey({ name: "versions_pkey", columns: [table.districtId, table.id] }),
    unique("versions_number_key").on(table.districtId, table.submissionId, table.number),
    foreignKey({
      name: "versions_submission_fkey",
      columns: [table.districtId, table.submissionId],
      foreignColumns: [submissions.districtId, submissions.id],
    }),
    foreignKey({
      name: "versions_taken_report_fkey",
      columns: [table.districtId, table.takenReportId],
      foreignColumns: [takenReports.districtId, takenReports.id],
    }),
    index("versions_cycle_idx").on(table.districtId, table.cycleId, table.organisationId),
  ],
);
