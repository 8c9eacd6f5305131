import { bigint, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";

/** What happened. Written in the transaction that made it happen; never changed or removed. */
export const events = pgTable(
  "events",
  {
    districtId: districtId(),

    /** Rises within the district; the database writes it. */
    id: bigint("id", { mode: "number" }).notNull().default(0),
    at: moment("at").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    organisationId: uuid("organisation_id"),
    cycleId: uuid("cycle_id"),
    submissionId: uuid("submission_id"),
    reportId: uuid("report_id"),
    type: text("type").notNull(),
    data: jsonb("data").$type<unknown>().notNull(),

    /** Counts the district's events without a gap, and chains each to the one before; the database writes both. */
    number: bigint("number", { mode: "number" }).notNull().default(0),
    hash: text("hash").notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "events_pkey", columns: [table.districtId, table.id] }),
    unique("events_number_key").on(table.districtId, table.number),
    index("events_submission_idx").on(table.districtId, table.submissionId, table.id),
    index("events_unit_idx").on(table.districtId, table.organisationId, table.id),
  ],
);
