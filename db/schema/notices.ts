import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { NOTICE_KINDS } from "../../lib/domain/notice";
import { SECTION_IDS } from "../../lib/domain/section-ids";
import { districtId, moment } from "./columns";

/** What is to be told outside of the pages, written with what it tells; `told_at` once each person has their message of it. */
export const notices = pgTable(
  "notices",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    kind: text("kind", { enum: NOTICE_KINDS }).notNull(),
    at: moment("at").notNull(),
    actorId: uuid("actor_id"),
    /** Null where it is about the whole year. */
    organisationId: uuid("organisation_id"),
    cycleId: uuid("cycle_id"),
    submissionId: uuid("submission_id"),
    reportId: uuid("report_id"),
    sectionIds: text("section_ids", { enum: SECTION_IDS }).array().notNull(),
    dueAt: moment("due_at"),
    toldAt: moment("told_at"),
  },
  (table) => [
    primaryKey({ name: "notices_pkey", columns: [table.districtId, table.id] }),
    index("notices_told_idx").on(table.districtId, table.toldAt),
  ],
);
