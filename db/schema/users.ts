import { boolean, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { LANGUAGES } from "../../lib/domain/language";
import { NOTICE_CHOICES } from "../../lib/domain/notice";
import { accounts } from "./accounts";
import { districtId, moment } from "./columns";

/** People. A one-time code stands in for the password until its owner has set one. */
export const users = pgTable(
  "users",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    account: text("account").notNull(),
    /** The account as `foldName` gives it; `accounts` says whose it is, in all districts. */
    foldedAccount: text("folded_account").notNull(),
    name: text("name").notNull(),
    /** Both written with `credentials`, by functions of the owner. */
    hasPassword: boolean("has_password").notNull().default(false),
    codeExpiresAt: moment("code_expires_at"),
    /** Rises when sessions must end: deactivation, a new password, a new code. */
    sessionEpoch: integer("session_epoch").notNull().default(1),
    deactivatedAt: moment("deactivated_at"),
    /** Where messages go; nobody without one is sent any. */
    email: text("email"),
    noticeLanguage: text("notice_language", { enum: LANGUAGES }).notNull().default("zh-CN"),
    noticeChoice: text("notice_choice", { enum: NOTICE_CHOICES }).notNull().default("daily"),
    createdAt: moment("created_at").notNull(),
    /** Another program's account: nobody signs in with it, and it holds no post that must not fall vacant. */
    isSystem: boolean("is_system").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "users_pkey", columns: [table.districtId, table.id] }),
    unique("users_kind_key").on(table.districtId, table.id, table.isSystem),
    foreignKey({
      name: "users_account_fkey",
      columns: [table.foldedAccount, table.districtId, table.id],
      foreignColumns: [accounts.foldedAccount, accounts.districtId, accounts.userId],
    }),
  ],
);
