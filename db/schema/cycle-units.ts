import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { TakenOverSchema } from "../../lib/domain/taken-over";
import { districtId } from "./columns";
import { cycles } from "./cycles";
import { organisations } from "./organisations";
import { storedJson } from "./stored-json";

/** The reporting units that a cycle expects; every one is accounted for in the report. */
export const cycleUnits = pgTable(
  "cycle_units",
  {
    districtId: districtId(),

    cycleId: uuid("cycle_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    position: integer("position").notNull(),
    exemptReason: text("exempt_reason"),
    /** What the report says of a unit that was dissolved meanwhile; where it is not exempt, what it handed in counts. */
    dissolvedNote: text("dissolved_note"),
    /** What it goes on with of units that have gone, as these reported it the year before. */
    takenOver: storedJson("cycle_units.taken_over", TakenOverSchema).notNull().default([]),
  },
  (table) => [
    primaryKey({ name: "cycle_units_pkey", columns: [table.districtId, table.cycleId, table.organisationId] }),
    foreignKey({
      name: "cycle_units_cycle_fkey",
      columns: [table.districtId, table.cycleId],
      foreignColumns: [cycles.districtId, cycles.id],
    }),
    foreignKey({
      name: "cycle_units_organisation_fkey",
      columns: [table.districtId, table.organisationId],
      foreignColumns: [organisations.districtId, organisations.id],
    }),
  ],
);
