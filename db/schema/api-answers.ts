import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accessTokens } from "./access-tokens";
import { districtId, moment } from "./columns";

/** Calls that a program named by an `Idempotency-Key`, with what they were answered: the same call again is answered so. */
export const apiAnswers = pgTable(
  "api_answers",
  {
    districtId: districtId(),

    tokenId: uuid("token_id").notNull(),
    key: text("key").notNull(),
    userId: uuid("user_id").notNull(),
    /** Of method, address and body: another call cannot have the same key. */
    callHash: text("call_hash").notNull(),
    at: moment("at").notNull(),
    /** Null until it was answered with success. */
    status: integer("status"),
    answer: jsonb("answer").$type<unknown>(),
  },
  (table) => [
    primaryKey({ name: "api_answers_pkey", columns: [table.districtId, table.tokenId, table.key] }),
    foreignKey({
      name: "api_answers_token_fkey",
      columns: [table.districtId, table.tokenId],
      foreignColumns: [accessTokens.districtId, accessTokens.id],
    }).onDelete("cascade"),
  ],
);
