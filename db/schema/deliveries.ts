import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** A mail to one person. Its row is locked while it is on its way, so that it is sent by one process. */
export const deliveries = pgTable(
  "deliveries",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    madeAt: moment("made_at").notNull(),
    sentAt: moment("sent_at"),
  },
  (table) => [
    primaryKey({ name: "deliveries_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "deliveries_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
    index("deliveries_user_idx").on(table.districtId, table.userId, table.madeAt),
  ],
);
