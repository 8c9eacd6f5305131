import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId } from "./columns";
import { users } from "./users";

/**
 * Hashes of passwords and one-time codes. The app's login has no right to this table: it asks functions of the owner
 * whether a hash that it computed is the stored one, and sets another only with such a proof or as an administrator.
 */
export const credentials = pgTable(
  "credentials",
  {
    districtId: districtId(),

    userId: uuid("user_id").notNull(),
    passwordHash: text("password_hash"),
    codeHash: text("code_hash"),
  },
  (table) => [
    primaryKey({ name: "credentials_pkey", columns: [table.districtId, table.userId] }),
    foreignKey({
      name: "credentials_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
