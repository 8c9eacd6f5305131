import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { TOKEN_SCOPES } from "../../lib/domain/access-token";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** Keys by which programs work with somebody's account. Of a token itself only its hash is kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    /** Its account is a system's: an administrator makes and ends it. */
    isOfSystem: boolean("is_of_system").notNull(),
    name: text("name").notNull(),
    scopes: text("scopes", { enum: TOKEN_SCOPES }).array().notNull(),
    tokenHash: text("token_hash").notNull(),
    madeAt: moment("made_at").notNull(),
    madeByName: text("made_by_name").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** Of the last use, to the minute. */
    seenAt: moment("seen_at"),
    endedAt: moment("ended_at"),
  },
  (table) => [
    primaryKey({ name: "access_tokens_pkey", columns: [table.districtId, table.id] }),
    unique("access_tokens_hash_key").on(table.districtId, table.tokenHash),
    index("access_tokens_user_idx").on(table.districtId, table.userId),
    foreignKey({
      name: "access_tokens_user_fkey",
      columns: [table.districtId, table.userId, table.isOfSystem],
      foreignColumns: [users.districtId, users.id, users.isSystem],
    }).onDelete("cascade"),
  ],
);
