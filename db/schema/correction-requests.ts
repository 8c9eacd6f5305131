import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { AskedCellsSchema, CORRECTION_ANSWERS } from "../../lib/domain/correction-request";
import { SECTION_IDS } from "../../lib/domain/section-ids";
import { districtId, moment } from "./columns";
import { reports } from "./reports";
import { storedJson } from "./stored-json";

/** What the government above sends back of a published report, and what the district answers. */
export const correctionRequests = pgTable(
  "correction_requests",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    year: integer("year").notNull(),
    /** Who asks. */
    parentDistrictId: uuid("parent_district_id").notNull(),
    parentName: text("parent_name").notNull(),
    sectionId: text("section_id", { enum: SECTION_IDS }).notNull(),
    reason: text("reason").notNull(),
    cells: storedJson("correction_requests.cells", AskedCellsSchema).notNull(),
    askedByName: text("asked_by_name").notNull(),
    askedAt: moment("asked_at").notNull(),
    answer: text("answer", { enum: CORRECTION_ANSWERS }),
    answerText: text("answer_text"),
    answeredByName: text("answered_by_name"),
    answeredAt: moment("answered_at"),
  },
  (table) => [
    primaryKey({ name: "correction_requests_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "correction_requests_report_fkey",
      columns: [table.districtId, table.reportId],
      foreignColumns: [reports.districtId, reports.id],
    }),
    check(
      "correction_requests_answered_whole",
      sql`(${table.answer} is null) = (${table.answeredAt} is null) and (${table.answer} is null) = (${table.answeredByName} is null)`,
    ),
  ],
);
