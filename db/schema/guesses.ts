import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/**
 * Counters of what was tried in vain to prove who somebody is, by the hash of whom and from where. They belong to no
 * district, because nobody is known yet.
 */
export const guesses = pgTable(
  "guesses",
  {
    key: text("key").primaryKey(),
    failures: integer("failures").notNull(),
    nextAt: moment("next_at").notNull(),
    forgetAt: moment("forget_at").notNull(),
  },
  (table) => [index("guesses_forget_idx").on(table.forgetAt)],
);
