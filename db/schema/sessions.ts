import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";

/** Who is signed in, where, and until when. The cookie names the row; what the row says counts. */
export const sessions = pgTable(
  "sessions",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    /** The person's epoch when it began: a session of an earlier one is over. */
    epoch: integer("epoch").notNull(),
    startedAt: moment("started_at").notNull(),
    /** Of the last request, to the minute. */
    seenAt: moment("seen_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    endedAt: moment("ended_at"),
    source: text("source").notNull(),
    userAgent: text("user_agent").notNull(),
    /** Whether what it was opened by counts as two factors: no role is held back then. */
    isProvedTwice: boolean("is_proved_twice").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "sessions_pkey", columns: [table.districtId, table.id] }),
    index("sessions_user_idx").on(table.districtId, table.userId),
  ],
);
