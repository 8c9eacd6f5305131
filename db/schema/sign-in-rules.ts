import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ROLES } from "../../lib/domain/access";
import { districtId, moment } from "./columns";

/** Which roles cannot be used without a second step at sign-in; a district without a row asks for none. */
export const signInRules = pgTable(
  "sign_in_rules",
  {
    districtId: districtId(),

    secondFactorRoles: text("second_factor_roles", { enum: ROLES }).array().notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [primaryKey({ name: "sign_in_rules_pkey", columns: [table.districtId] })],
);
