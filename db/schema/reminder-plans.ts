import { boolean, date, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { districtId } from "./columns";

/** When an office has its units reminded; a district without a row has the usual plan. */
export const reminderPlans = pgTable(
  "reminder_plans",
  {
    districtId: districtId(),

    daysBefore: integer("days_before").array().notNull(),
    isOverdueDaily: boolean("is_overdue_daily").notNull(),
    /** The day that was gone through last, so that each is once, whichever process does it. */
    doneOn: date("done_on"),
  },
  (table) => [primaryKey({ name: "reminder_plans_pkey", columns: [table.districtId] })],
);
