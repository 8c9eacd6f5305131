import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { inScope } from "@/db/queries/in-scope";
import { organisationOfCycleUnit } from "@/db/queries/joins";
import { cycles, cycleUnits, organisations } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { CycleUnit } from "@/lib/domain/cycle";
import type { TakenOver } from "@/lib/domain/taken-over";

/** The units a cycle expects, in their order; of these ids only where some are given. */
export async function listCycleUnits(
  db: Db,
  params: { scope: Scope; cycleId: string; organisationIds?: readonly string[] },
): Promise<CycleUnit[]> {
  const rows = await db
    .select({
      organisationId: cycleUnits.organisationId,
      name: organisations.name,
      kind: organisations.kind,
      position: cycleUnits.position,
      exemptReason: cycleUnits.exemptReason,
      dissolvedNote: cycleUnits.dissolvedNote,
    })
    .from(cycleUnits)
    .innerJoin(organisations, organisationOfCycleUnit)
    .where(
      inScope(
        cycleUnits,
        params.scope,
        eq(cycleUnits.cycleId, params.cycleId),
        params.organisationIds ? inArray(cycleUnits.organisationId, [...params.organisationIds]) : undefined,
      ),
    )
    .orderBy(asc(cycleUnits.position), asc(organisations.name));
  return rows.map(({ kind, ...row }) => ({ ...row, isOffice: kind === "office" }));
}

export async function countCycleUnits(db: Db, params: { scope: Scope; cycleId: string }): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(cycleUnits)
    .where(inScope(cycleUnits, params.scope, eq(cycleUnits.cycleId, params.cycleId)));
  return rows[0]?.count ?? 0;
}

/** What these units took over of units that have gone when the year was opened; units that took over nothing are left out. */
export async function listTakenOver(
  db: Db,
  params: { scope: Scope; organisationIds: readonly string[]; year: number },
): Promise<Map<string, TakenOver>> {
  if (params.organisationIds.length === 0) return new Map();
  const rows = await db
    .select({ organisationId: cycleUnits.organisationId, takenOver: cycleUnits.takenOver })
    .from(cycleUnits)
    .innerJoin(cycles, and(eq(cycles.districtId, cycleUnits.districtId), eq(cycles.id, cycleUnits.cycleId)))
    .where(
      inScope(
        cycleUnits,
        params.scope,
        inArray(cycleUnits.organisationId, [...params.organisationIds]),
        eq(cycles.year, params.year),
        sql`${cycleUnits.takenOver} <> '[]'`,
      ),
    );
  return new Map(rows.map(({ organisationId, takenOver }) => [organisationId, takenOver]));
}

type NewCycleUnit = {
  districtId: string;
  cycleId: string;
  organisationId: string;
  position: number;
  exemptReason?: string | null;
  takenOver?: TakenOver;
};

export async function insertCycleUnits(db: Db, rows: readonly NewCycleUnit[]): Promise<void> {
  await inBatches(rows, (part) => db.insert(cycleUnits).values(part));
}

export async function updateCycleUnitExempt(
  db: Db,
  params: { districtId: string; cycleId: string; organisationId: string; reason: string | null },
): Promise<boolean> {
  const rows = await db
    .update(cycleUnits)
    .set({ exemptReason: params.reason })
    .where(
      and(
        eq(cycleUnits.districtId, params.districtId),
        eq(cycleUnits.cycleId, params.cycleId),
        eq(cycleUnits.organisationId, params.organisationId),
      ),
    )
    .returning({ id: cycleUnits.organisationId });
  return rows.length > 0;
}

/** Stores how a dissolved unit counts in a year; null removes that. */
export async function updateCycleUnitDissolved(
  db: Db,
  params: {
    districtId: string;
    cycleId: string;
    organisationId: string;
    set: { dissolvedNote: string | null; exemptReason: string | null };
  },
): Promise<void> {
  await db
    .update(cycleUnits)
    .set(params.set)
    .where(
      and(
        eq(cycleUnits.districtId, params.districtId),
        eq(cycleUnits.cycleId, params.cycleId),
        eq(cycleUnits.organisationId, params.organisationId),
      ),
    );
}

/** The open cycles that expect the unit, newest first. */
export async function listOpenYearsOfUnit(
  db: Db,
  params: { districtId: string; organisationId: string },
): Promise<{ cycleId: string; year: number; exemptReason: string | null; dissolvedNote: string | null }[]> {
  return db
    .select({
      cycleId: cycles.id,
      year: cycles.year,
      exemptReason: cycleUnits.exemptReason,
      dissolvedNote: cycleUnits.dissolvedNote,
    })
    .from(cycleUnits)
    .innerJoin(cycles, and(eq(cycles.districtId, cycleUnits.districtId), eq(cycles.id, cycleUnits.cycleId)))
    .where(
      and(
        eq(cycleUnits.districtId, params.districtId),
        eq(cycleUnits.organisationId, params.organisationId),
        eq(cycles.state, "open"),
      ),
    )
    .orderBy(desc(cycles.year));
}
