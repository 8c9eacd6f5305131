import { boolean, date, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { districtId } from "./columns";

/** Days on which the office works or rests other than the kept table of working days says. */
export const calendarDays = pgTable(
  "calendar_days",
  {
    districtId: districtId(),

    day: date("day").notNull(),
    isWorking: boolean("is_working").notNull(),
  },
  (table) => [primaryKey({ name: "calendar_days_pkey", columns: [table.districtId, table.day] })],
);
