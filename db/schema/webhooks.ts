import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { WEBHOOK_TOPICS } from "../../lib/domain/webhook";
import { districtId, moment } from "./columns";

/** Addresses of other programs that are told what happened. The secret is sealed with the app's. */
export const webhooks = pgTable(
  "webhooks",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    name: text("name").notNull(),
    address: text("address").notNull(),
    sealedSecret: text("sealed_secret").notNull(),
    topics: text("topics", { enum: WEBHOOK_TOPICS }).array().notNull(),
    addedByName: text("added_by_name").notNull(),
    addedAt: moment("added_at").notNull(),
  },
  (table) => [primaryKey({ name: "webhooks_pkey", columns: [table.districtId, table.id] })],
);

/** What an address is told, written with what it tells; `body` is sent as it is, at each attempt the same. */
export const webhookCalls = pgTable(
  "webhook_calls",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    webhookId: uuid("webhook_id").notNull(),
    type: text("type").notNull(),
    body: text("body").notNull(),
    at: moment("at").notNull(),
    /** Null until the address has taken it. */
    sentAt: moment("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    triedAt: moment("tried_at"),
    problem: text("problem"),
  },
  (table) => [
    primaryKey({ name: "webhook_calls_pkey", columns: [table.districtId, table.id] }),
    index("webhook_calls_at_idx").on(table.districtId, table.webhookId, table.at),
    index("webhook_calls_kept_idx").on(table.districtId, table.at),
    index("webhook_calls_unsent_idx").on(table.districtId, table.at).where(sql`${table.sentAt} is null`),
    foreignKey({
      name: "webhook_calls_webhook_fkey",
      columns: [table.districtId, table.webhookId],
      foreignColumns: [webhooks.districtId, webhooks.id],
    }).onDelete("cascade"),
  ],
);
