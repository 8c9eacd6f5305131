import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { users } from "./users";

/**
 * The newest invitation by mail of each person who was sent one. Its code is a one-time code in `credentials`; any other
 * code that a person is given ends it.
 */
export const invitations = pgTable(
  "invitations",
  {
    districtId: districtId(),

    userId: uuid("user_id").notNull(),
    id: uuid("id").notNull(),
    madeAt: moment("made_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** Null while its mail waits. */
    sentAt: moment("sent_at"),
    /** Written with the password, by a function of the owner. */
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ name: "invitations_pkey", columns: [table.districtId, table.userId] }),
    foreignKey({
      name: "invitations_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
