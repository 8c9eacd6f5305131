import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ScopePlaces } from "@/db/prepared-query";
import type { Scope } from "@/lib/domain/access";

/** The condition that a row of a unit's data lies within the scope; the row-level policies check the same again. */
export function inScope(
  table: { districtId: PgColumn; organisationId: PgColumn },
  scope: Scope | ScopePlaces,
  ...more: (SQL | undefined)[]
): SQL | undefined {
  const inDistrict = eq(table.districtId, scope.districtId);
  if (scope.units === "all") return and(inDistrict, ...more);
  return and(inDistrict, inArray(table.organisationId, [...scope.units]), ...more);
}
