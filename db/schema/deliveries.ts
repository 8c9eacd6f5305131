import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { DELIVERY_KINDS } from "../../lib/domain/delivery-kind";
import { districtId, moment } from "./columns";
import { robots } from "./robots";
import { users } from "./users";

/** A mail to one person, or a message to one group. Its row is locked while it is on its way, so that it is sent by one process. */
export const deliveries = pgTable(
  "deliveries",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    userId: uuid("user_id"),
    robotId: uuid("robot_id"),
    kind: text("kind", { enum: DELIVERY_KINDS }).notNull().default("notices"),
    /** The invitation that is sent; one that was replaced meanwhile is not. */
    invitationId: uuid("invitation_id"),
    /** Where it goes, if not to the person's present address; forgotten once it was sent. */
    address: text("address"),
    madeAt: moment("made_at").notNull(),
    sentAt: moment("sent_at"),
  },
  (table) => [
    primaryKey({ name: "deliveries_pkey", columns: [table.districtId, table.id] }),
    check("deliveries_one_recipient", sql`num_nonnulls(${table.userId}, ${table.robotId}) = 1`),
    foreignKey({
      name: "deliveries_robot_fkey",
      columns: [table.districtId, table.robotId],
      foreignColumns: [robots.districtId, robots.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "deliveries_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
    index("deliveries_user_idx").on(table.districtId, table.userId, table.madeAt),
  ],
);
