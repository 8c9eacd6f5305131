import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { cycles } from "./cycles";

/** The district's own text of a heading, once the editor has written or accepted one. */
export const reportTexts = pgTable(
  "report_texts",
  {
    districtId: districtId(),

    cycleId: uuid("cycle_id").notNull(),
    headingKey: text("heading_key").notNull(),
    body: text("body").notNull(),
    updatedBy: uuid("updated_by").notNull(),
    updatedByName: text("updated_by_name").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "report_texts_pkey", columns: [table.districtId, table.cycleId, table.headingKey] }),
    foreignKey({
      name: "report_texts_cycle_fkey",
      columns: [table.districtId, table.cycleId],
      foreignColumns: [cycles.districtId, cycles.id],
    }),
  ],
);
