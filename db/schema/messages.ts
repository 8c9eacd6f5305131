import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";
import { deliveries } from "./deliveries";
import { notices } from "./notices";
import { robots } from "./robots";
import { users } from "./users";

/** A notice for one person or one group's robot; several go out together as one delivery. */
export const messages = pgTable(
  "messages",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    noticeId: uuid("notice_id").notNull(),
    userId: uuid("user_id"),
    robotId: uuid("robot_id"),
    at: moment("at").notNull(),
    /** Null while it waits. */
    deliveryId: uuid("delivery_id"),
  },
  (table) => [
    primaryKey({ name: "messages_pkey", columns: [table.districtId, table.id] }),
    unique("messages_once_key").on(table.districtId, table.noticeId, table.userId),
    unique("messages_once_for_robot_key").on(table.districtId, table.noticeId, table.robotId),
    check("messages_one_recipient", sql`num_nonnulls(${table.userId}, ${table.robotId}) = 1`),
    foreignKey({
      name: "messages_robot_fkey",
      columns: [table.districtId, table.robotId],
      foreignColumns: [robots.districtId, robots.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "messages_notice_fkey",
      columns: [table.districtId, table.noticeId],
      foreignColumns: [notices.districtId, notices.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "messages_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "messages_delivery_fkey",
      columns: [table.districtId, table.deliveryId],
      foreignColumns: [deliveries.districtId, deliveries.id],
    }).onDelete("cascade"),
    index("messages_delivery_idx").on(table.districtId, table.deliveryId),
  ],
);
