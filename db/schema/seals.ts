import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { SealedTreeSchema } from "../../lib/domain/seal";
import { districtId, moment } from "./columns";
import { storedJson } from "./stored-json";

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
    /** The tree of hashes over all events up to then; null for seals from before there were trees. */
    tree: storedJson("seals.tree", SealedTreeSchema),
  },
  (table) => [primaryKey({ name: "seals_pkey", columns: [table.districtId, table.number] })],
);
