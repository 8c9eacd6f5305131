import { foreignKey, index, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ADJUSTMENT_STATES } from "../../lib/domain/adjustment";
import { districtId, moment } from "./columns";
import { cycles } from "./cycles";

/** A correction in the roll-up; it counts once a second person has signed it. */
export const adjustments = pgTable(
  "adjustments",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    cycleId: uuid("cycle_id").notNull(),
    cellKey: text("cell_key").notNull(),
    amount: numeric("amount").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: ADJUSTMENT_STATES }).notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    proposedByName: text("proposed_by_name").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    decidedBy: uuid("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    primaryKey({ name: "adjustments_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "adjustments_cycle_fkey",
      columns: [table.districtId, table.cycleId],
      foreignColumns: [cycles.districtId, cycles.id],
    }),
    index("adjustments_cycle_idx").on(table.districtId, table.cycleId),
  ],
);
