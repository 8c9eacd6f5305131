import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { SECTION_IDS } from "../../lib/domain/section-ids";
import { SUBMISSION_STATES } from "../../lib/domain/submission";
import { districtId, moment } from "./columns";
import { cycleUnits } from "./cycle-units";

/** One unit's answers to one section in one cycle: where they stand and who did the last step. */
export const submissions = pgTable(
  "submissions",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    cycleId: uuid("cycle_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    sectionId: text("section_id", { enum: SECTION_IDS }).notNull(),
    state: text("state", { enum: SUBMISSION_STATES }).notNull(),
    revision: integer("revision").notNull().default(0),
    latestVersion: integer("latest_version").notNull().default(0),
    isNil: boolean("is_nil").notNull().default(false),
    dueAt: moment("due_at").notNull(),
    isExtended: boolean("is_extended").notNull().default(false),
    submittedBy: uuid("submitted_by"),
    submittedAt: moment("submitted_at"),
    signedBy: uuid("signed_by"),
    hasReservation: boolean("has_reservation").notNull().default(false),
    reviewBegunAt: moment("review_begun_at"),
    returnReason: text("return_reason"),
    approvedVersionId: uuid("approved_version_id"),
    approvedBy: uuid("approved_by"),
    approvedByName: text("approved_by_name"),
    approvedAt: moment("approved_at"),
    updatedBy: uuid("updated_by"),
    updatedByName: text("updated_by_name"),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "submissions_pkey", columns: [table.districtId, table.id] }),
    unique("submissions_section_key").on(table.districtId, table.cycleId, table.organisationId, table.sectionId),
    foreignKey({
      name: "submissions_unit_fkey",
      columns: [table.districtId, table.cycleId, table.organisationId],
      foreignColumns: [cycleUnits.districtId, cycleUnits.cycleId, cycleUnits.organisationId],
    }),
    index("submissions_state_idx").on(table.districtId, table.cycleId, table.state),
  ],
);
