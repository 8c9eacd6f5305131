import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { INDICATOR_ROLL_UPS } from "../../lib/domain/indicator-roll-up";
import { districtId } from "./columns";
import { cycles } from "./cycles";

/** Local figures outside the statutory tables; a unit fills its own in with its section 一. */
export const indicators = pgTable(
  "indicators",
  {
    districtId: districtId(),

    cycleId: uuid("cycle_id").notNull(),
    key: text("key").notNull(),
    /** The unit that answers for it. */
    organisationId: uuid("organisation_id").notNull(),
    /** Other units that give it as well. */
    alsoFrom: uuid("also_from").array().notNull().default([]),
    label: text("label").notNull(),
    unit: text("unit").notNull(),
    isApproximate: boolean("is_approximate").notNull(),
    position: integer("position").notNull(),
    rollsUp: text("rolls_up", { enum: INDICATOR_ROLL_UPS }).notNull().default("sum"),
    /** The keys of the two indicators that a ratio follows from. */
    ratioOf: text("ratio_of").array().notNull().default([]),
    decimals: integer("decimals").notNull().default(2),
    help: text("help").notNull().default(""),
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
