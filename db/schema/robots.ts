import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ROBOT_KINDS } from "../../lib/domain/robot";
import { districtId, moment } from "./columns";

/** Robots of group chats that are told what concerns everybody. Address and secret are sealed with the app's secret. */
export const robots = pgTable(
  "robots",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    kind: text("kind", { enum: ROBOT_KINDS }).notNull(),
    name: text("name").notNull(),
    sealedAddress: text("sealed_address").notNull(),
    sealedSecret: text("sealed_secret"),
    addedByName: text("added_by_name").notNull(),
    addedAt: moment("added_at").notNull(),
  },
  (table) => [primaryKey({ name: "robots_pkey", columns: [table.districtId, table.id] })],
);
