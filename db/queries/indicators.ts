import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { inScope } from "@/db/queries/in-scope";
import { indicators } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { Indicator } from "@/lib/domain/cycle";

export async function listIndicators(db: Db, params: { scope: Scope; cycleId: string }): Promise<Indicator[]> {
  return db
    .select({
      key: indicators.key,
      organisationId: indicators.organisationId,
      label: indicators.label,
      unit: indicators.unit,
      isApproximate: indicators.isApproximate,
      position: indicators.position,
    })
    .from(indicators)
    .where(inScope(indicators, params.scope, eq(indicators.cycleId, params.cycleId)))
    .orderBy(asc(indicators.position));
}

/** Puts `list` in place of the cycle's indicators. */
export async function updateIndicators(
  db: Db,
  params: { districtId: string; cycleId: string; list: readonly Indicator[] },
): Promise<void> {
  await db
    .delete(indicators)
    .where(and(eq(indicators.districtId, params.districtId), eq(indicators.cycleId, params.cycleId)));
  const { districtId, cycleId } = params;
  await inBatches(params.list, (part) =>
    db.insert(indicators).values(part.map((indicator) => ({ ...indicator, districtId, cycleId }))),
  );
}
