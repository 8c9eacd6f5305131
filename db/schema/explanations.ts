import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { FindingSchema } from "../../lib/domain/check/stored-finding";
import { districtId, moment } from "./columns";
import { storedJson } from "./stored-json";
import { submissions } from "./submissions";

/** The unit's reason for a warning that stands. The finding's id holds the values it speaks of. */
export const explanations = pgTable(
  "explanations",
  {
    districtId: districtId(),

    submissionId: uuid("submission_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    findingId: text("finding_id").notNull(),
    rule: text("rule").notNull(),
    /** The finding as it was, so that a reason can be told when its values have changed. */
    finding: storedJson("explanations.finding", FindingSchema),
    body: text("body").notNull(),
    authorId: uuid("author_id").notNull(),
    authorName: text("author_name").notNull(),
    createdAt: moment("created_at").notNull(),
    acceptedByName: text("accepted_by_name"),
    acceptedAt: moment("accepted_at"),
    /** The last version that was submitted with it; null before one was. */
    versionNumber: integer("version_number"),
    /** The words in which the office prints it as a note of the report; null where it does not. */
    note: text("note"),
  },
  (table) => [
    primaryKey({ name: "explanations_pkey", columns: [table.districtId, table.submissionId, table.findingId] }),
    foreignKey({
      name: "explanations_submission_fkey",
      columns: [table.districtId, table.submissionId],
      foreignColumns: [submissions.districtId, submissions.id],
    }),
  ],
);
