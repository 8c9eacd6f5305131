import { and, arrayOverlaps, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
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
      alsoFrom: indicators.alsoFrom,
      rollsUp: indicators.rollsUp,
      ratioOf: indicators.ratioOf,
      decimals: indicators.decimals,
      help: indicators.help,
    })
    .from(indicators)
    .where(
      and(
        eq(indicators.districtId, params.scope.districtId),
        eq(indicators.cycleId, params.cycleId),
        givenWithin(params.scope),
      ),
    )
    .orderBy(asc(indicators.position));
}

/** An indicator that several units give is read by each of them. */
function givenWithin({ units }: Scope): SQL | undefined {
  if (units === "all") return undefined;
  const own = [...units];
  if (own.length === 0) return sql`false`;
  return or(inArray(indicators.organisationId, own), arrayOverlaps(indicators.alsoFrom, own));
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
