import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { FindingSchema } from "../../lib/domain/check/stored-finding";
import { districtId, moment } from "./columns";
import { cycles } from "./cycles";
import { storedJson } from "./stored-json";

/** The office's reason for a finding of the district's report that stands. The finding's id holds the values it speaks of. */
export const reportExplanations = pgTable(
  "report_explanations",
  {
    districtId: districtId(),

    cycleId: uuid("cycle_id").notNull(),
    findingId: text("finding_id").notNull(),
    finding: storedJson("report_explanations.finding", FindingSchema).notNull(),
    body: text("body").notNull(),
    authorId: uuid("author_id").notNull(),
    authorName: text("author_name").notNull(),
    createdAt: moment("created_at").notNull(),
    /** The words in which the office prints it as a note of the report; null where it does not. */
    note: text("note"),
  },
  (table) => [
    primaryKey({ name: "report_explanations_pkey", columns: [table.districtId, table.cycleId, table.findingId] }),
    foreignKey({
      name: "report_explanations_cycle_fkey",
      columns: [table.districtId, table.cycleId],
      foreignColumns: [cycles.districtId, cycles.id],
    }),
  ],
);
