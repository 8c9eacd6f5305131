import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** Codes on paper for whoever has lost the device of the second step; each is taken once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    districtId: districtId(),

    userId: uuid("user_id").notNull(),
    /** A keyed hash by the app's secret. */
    digest: text("digest").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ name: "recovery_codes_pkey", columns: [table.districtId, table.userId, table.digest] }),
    foreignKey({
      name: "recovery_codes_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
