import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";

/** What the office often writes when it returns a section: its own words, to be put into a reason. */
export const returnReasons = pgTable(
  "return_reasons",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    body: text("body").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedBy: uuid("updated_by").notNull(),
    updatedByName: text("updated_by_name").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [primaryKey({ name: "return_reasons_pkey", columns: [table.districtId, table.id] })],
);
