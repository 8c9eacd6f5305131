import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { districtId } from "./columns";

/**
 * How far a district's history has come: what the last event's number and hash are, and how many seals there are. Only the
 * database writes it, so that events or seals that were taken away at the end are missed.
 */
export const historyHeads = pgTable(
  "history_heads",
  {
    districtId: districtId(),

    eventCount: bigint("event_count", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    sealCount: integer("seal_count").notNull(),
  },
  (table) => [primaryKey({ name: "history_heads_pkey", columns: [table.districtId] })],
);
