import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Counters of public uploads, kept by rate-limiter-flexible. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: moment("expire"),
});
