import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { GOVERNMENT_LEVELS } from "../../lib/domain/government-level";
import { moment } from "./columns";

/**
 * Which government is below which: one row for each that was made by the one above it. Every machine of a cluster keeps
 * a copy; the one at the top has no row.
 */
export const governments = pgTable(
  "governments",
  {
    districtId: uuid("district_id").primaryKey(),
    level: text("level", { enum: GOVERNMENT_LEVELS }).notNull(),
    name: text("name").notNull(),
    parentDistrictId: uuid("parent_district_id").notNull(),
    parentName: text("parent_name").notNull(),
    /** The reporting unit that stands for it in the district above. */
    organisationId: uuid("organisation_id").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (table) => [unique("governments_organisation_key").on(table.parentDistrictId, table.organisationId)],
);
