import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "../../lib/domain/access";
import { IDENTITY_STATES } from "../../lib/domain/identity";
import { districtId, moment } from "./columns";
import { users } from "./users";

/** People as an identity provider knows them, whom an administrator links to a person here, or refuses. */
export const identities = pgTable(
  "identities",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    /** A hash of the provider and of what it calls this person; `subjects` says in which district it is looked for. */
    subject: text("subject").notNull(),
    issuer: text("issuer").notNull(),
    state: text("state", { enum: IDENTITY_STATES }).notNull(),
    /** As the provider claimed at the first time. */
    account: text("account").notNull(),
    name: text("name").notNull(),
    /** What the provider says that they are here; empty where it says nothing. */
    proposedRole: text("proposed_role", { enum: ROLES }),
    proposedUnit: text("proposed_unit").notNull().default(""),
    firstSeenAt: moment("first_seen_at").notNull(),
    userId: uuid("user_id"),
  },
  (table) => [
    primaryKey({ name: "identities_pkey", columns: [table.districtId, table.id] }),
    unique("identities_subject_key").on(table.districtId, table.subject),
    check("identities_linked_to_person", sql`(${table.state} = 'linked') = (${table.userId} is not null)`),
    foreignKey({
      name: "identities_user_fkey",
      columns: [table.districtId, table.userId],
      foreignColumns: [users.districtId, users.id],
    }).onDelete("cascade"),
  ],
);
