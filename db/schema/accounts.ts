import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { districtId } from "./columns";

/** Whose an account is, in whichever district: signing in asks here first. No two may look alike. */
export const accounts = pgTable(
  "accounts",
  {
    /** The account as `foldName` gives it. */
    foldedAccount: text("folded_account").primaryKey(),
    account: text("account").notNull(),
    districtId: districtId(),
    userId: uuid("user_id").notNull(),
  },
  (table) => [
    unique("accounts_account_key").on(table.account),
    unique("accounts_person_key").on(table.districtId, table.userId),
    unique("accounts_user_key").on(table.foldedAccount, table.districtId, table.userId),
  ],
);
