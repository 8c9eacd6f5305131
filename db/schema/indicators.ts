import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId } from "./columns";
import { cycles } from "./cycles";

/** Local figures outside the statutory tables; a unit fills its own in with its section 一. */
export const indicators = pgTable(
  "indicators",
  {
    districtId: districtId(),

    cycleId: uuid("cycle_id").notNull(),
    key: text("key").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    label: text("label").notNull(),
    unit: text("unit").notNull(),
    isApproximate: boolean("is_approximate").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ name: "indicators_pkey", columns: [table.districtId, table.cycleId, table.key] }),
    foreignKey({
      name: "indicators_cycle_fkey",
      columns: [table.districtId, table.cycleId],
      foreignColumns: [cycles.districtId, cycles.id],
    }),
  ],
);
