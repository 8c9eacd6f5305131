import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { SECTION_IDS } from "../../lib/domain/section-ids";
import { districtId } from "./columns";
import { cycles } from "./cycles";

/** The headings of the narrative sections in one cycle, and which units write under each. */
export const outlineHeadings = pgTable(
  "outline_headings",
  {
    districtId: districtId(),

    cycleId: uuid("cycle_id").notNull(),
    key: text("key").notNull(),
    sectionId: text("section_id", { enum: SECTION_IDS }).notNull(),
    position: integer("position").notNull(),
    level: integer("level").notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
    /** Reporting units that write here, in the order of assembling. */
    owners: uuid("owners").array().notNull(),
    /** The office lets the year before's text be used again here; where it does not, it is to be written anew. */
    mayKeepText: boolean("may_keep_text").notNull().default(false),
    /** What the writers of a heading read beside it. */
    help: text("help").notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "outline_headings_pkey", columns: [table.districtId, table.cycleId, table.key] }),
    foreignKey({
      name: "outline_headings_cycle_fkey",
      columns: [table.districtId, table.cycleId],
      foreignColumns: [cycles.districtId, cycles.id],
    }),
  ],
);
