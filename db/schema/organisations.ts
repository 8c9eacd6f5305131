import { boolean, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { ORGANISATION_KINDS } from "../../lib/domain/organisation";
import { districtId } from "./columns";

/** The tree of a district: its root has the district's own id. */
export const organisations = pgTable(
  "organisations",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    parentId: uuid("parent_id"),
    kind: text("kind", { enum: ORGANISATION_KINDS }).notNull(),
    name: text("name").notNull(),
    /** The name as `foldName` gives it: no two may look alike. */
    foldedName: text("folded_name").notNull(),
    position: integer("position").notNull(),
    isActive: boolean("is_active").notNull().default(true),
    /** The day that an inactive unit was dissolved, as an ISO date. */
    dissolvedOn: text("dissolved_on"),
    needsSignature: boolean("needs_signature").notNull().default(false),
    address: text("address").notNull().default(""),
    postcode: text("postcode").notNull().default(""),
    phone: text("phone").notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "organisations_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "organisations_parent_fkey",
      columns: [table.districtId, table.parentId],
      foreignColumns: [table.districtId, table.id],
    }),
    unique("organisations_folded_name_key").on(table.districtId, table.foldedName),
  ],
);
