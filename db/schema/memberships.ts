import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "../../lib/domain/access";
import { districtId, moment } from "./columns";
import { organisations } from "./organisations";
import { users } from "./users";

/** Who is what where, from when until when; an ended membership stays. */
export const memberships = pgTable(
  "memberships",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    fromAt: moment("from_at").notNull(),
    untilAt: moment("until_at"),
    endedByName: text("ended_by_name"),
  },
  (table) => [
    primaryKey({ name: "memberships_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "memberships_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "memberships_organisation_fkey",
      columns: [table.districtId, table.organisationId],
      foreignColumns: [organisations.districtId, organisations.id],
    }),
    index("memberships_user_idx").on(table.districtId, table.userId),
    index("memberships_organisation_idx").on(table.districtId, table.organisationId),
  ],
);
