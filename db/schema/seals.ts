import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";

/** A hash over all events up to one, chained to the seal before it. */
export const seals = pgTable(
  "seals",
  {
    districtId: districtId(),

    number: integer("number").notNull(),
    upToEventId: bigint("up_to_event_id", { mode: "number" }).notNull(),
    eventCount: integer("event_count").notNull(),
    hash: text("hash").notNull(),
    sealedAt: moment("sealed_at").notNull(),
  },
  (table) => [primaryKey({ name: "seals_pkey", columns: [table.districtId, table.number] })],
);
