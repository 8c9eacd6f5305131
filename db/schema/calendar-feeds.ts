import { foreignKey, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** Whose due dates are read by a calendar program, by an address that names the row and is signed with the app's secret. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    districtId: districtId(),

    userId: uuid("user_id").notNull(),
    id: uuid("id").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "calendar_feeds_pkey", columns: [table.districtId, table.userId] }),
    unique("calendar_feeds_id_key").on(table.districtId, table.id),
    foreignKey({
      name: "calendar_feeds_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
