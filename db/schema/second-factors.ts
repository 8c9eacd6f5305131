import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** The second step of somebody's sign-in. What makes the codes is sealed with the app's secret. */
export const secondFactors = pgTable(
  "second_factors",
  {
    districtId: districtId(),

    userId: uuid("user_id").notNull(),
    sealedSecret: text("sealed_secret").notNull(),
    madeAt: moment("made_at").notNull(),
    /** Until then it is only being set up, and nobody is asked for it. */
    confirmedAt: moment("confirmed_at"),
    /** The half minute of the newest code that was used: no code is taken twice. */
    lastStep: integer("last_step").notNull().default(0),
  },
  (table) => [
    primaryKey({ name: "second_factors_pkey", columns: [table.districtId, table.userId] }),
    foreignKey({
      name: "second_factors_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
