import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inScope } from "@/db/queries/in-scope";
import {
  approvedVersionOfSubmission,
  cycleUnitOfSubmission,
  organisationOfCycleUnit,
  takenFromColumns,
  takenReportOfVersion,
} from "@/db/queries/joins";
import { cycleUnits, organisations, submissions, takenReports, versionFigures, versions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { DecimalText } from "@/lib/domain/figure";
import type { CellKey, SectionId } from "@/lib/domain/format";
import type { UnitsBehind } from "@/lib/domain/trace-figure";
import type { TakenFrom } from "@/lib/domain/version";

type Of = { scope: Scope; cycleId: string };

const approvedFigure = and(
  eq(versionFigures.districtId, submissions.districtId),
  eq(versionFigures.versionId, submissions.approvedVersionId),
);

function counting({ scope, cycleId }: Of, ...more: (SQL | undefined)[]): SQL | undefined {
  return inScope(submissions, scope, eq(submissions.cycleId, cycleId), isNull(cycleUnits.exemptReason), ...more);
}

/** What one unit contributed to a figure, with who submitted and who approved it. */
export type StoredContribution = {
  unit: string;
  submissionId: string;
  value: DecimalText;
  version: number;
  submittedBy: string;
  submittedAt: Date;
  approvedBy: string;
  approvedAt: Date;
  takenFrom: TakenFrom | null;
};

/** Of the units that gave something other than zero to any of these cells: how many, what together, and whether one is negative. */
export async function sumContributions(
  db: Db,
  params: Of & { cellKeys: readonly CellKey[] },
): Promise<{ units: number; sum: DecimalText; hasNegative: boolean }> {
  const ofUnits = db
    .select({
      organisationId: submissions.organisationId,
      value: sql<string>`sum(${versionFigures.value})`.as("value"),
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .innerJoin(versionFigures, approvedFigure)
    .where(counting(params, inArray(versionFigures.cellKey, [...params.cellKeys])))
    .groupBy(submissions.organisationId)
    .as("of_units");
  const rows = await db
    .select({
      units: sql<number>`count(*)::int`,
      sum: sql<string>`coalesce(sum(${ofUnits.value}), 0)::text`,
      hasNegative: sql<boolean>`coalesce(bool_or(${ofUnits.value} < 0), false)`,
    })
    .from(ofUnits);
  return rows[0] ?? { units: 0, sum: "0", hasNegative: false };
}

/** One page of the units with a number other than zero in any of these cells, the largest first. */
export async function listContributions(
  db: Db,
  params: Of & { cellKeys: readonly CellKey[]; limit: number; offset: number },
): Promise<StoredContribution[]> {
  const value = sql<string>`sum(${versionFigures.value})`;
  return db
    .select({
      unit: organisations.name,
      submissionId: submissions.id,
      value: sql<string>`${value}::text`,
      version: versions.number,
      submittedBy: versions.submittedByName,
      submittedAt: versions.submittedAt,
      approvedBy: sql<string>`coalesce(${submissions.approvedByName}, '')`,
      approvedAt: sql<Date>`${submissions.approvedAt}`.mapWith(submissions.approvedAt),
      takenFrom: takenFromColumns,
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .innerJoin(organisations, organisationOfCycleUnit)
    .innerJoin(versions, approvedVersionOfSubmission)
    .innerJoin(versionFigures, approvedFigure)
    .leftJoin(takenReports, takenReportOfVersion)
    .where(counting(params, inArray(versionFigures.cellKey, [...params.cellKeys])))
    .groupBy(
      submissions.districtId,
      submissions.id,
      versions.districtId,
      versions.id,
      takenReports.districtId,
      takenReports.id,
      organisations.name,
      cycleUnits.position,
    )
    .orderBy(desc(value), asc(cycleUnits.position), asc(organisations.name), asc(submissions.id))
    .limit(params.limit)
    .offset(params.offset);
}

/** What stands behind each of these cells, given with the typed cells that it adds up; a cell to which nobody gave is left out. */
export async function listLargestContributions(
  db: Db,
  params: Of & { cells: readonly { cellKey: CellKey; parts: readonly CellKey[] }[]; perCell: number },
): Promise<Map<CellKey, UnitsBehind>> {
  const pairs = params.cells.flatMap(({ cellKey, parts }) => parts.map((part) => [cellKey, part] as const));
  const wanted = sql`unnest(${sql.param(pairs.map(([cellKey]) => cellKey))}::text[], ${sql.param(pairs.map(([, part]) => part))}::text[]) as wanted(cell_key, part)`;
  const value = sql<string>`sum(${versionFigures.value})`;
  const cellKey = sql<string>`wanted.cell_key`;
  const ranked = db
    .select({
      cellKey: cellKey.as("cell_key"),
      unit: organisations.name,
      value: sql<string>`${value}::text`.as("value"),
      rank: sql<number>`(row_number() over (partition by ${cellKey} order by ${value} desc, ${cycleUnits.position}, ${organisations.name}))::int`.as(
        "rank",
      ),
      count: sql<number>`(count(*) over (partition by ${cellKey}))::int`.as("count"),
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .innerJoin(organisations, organisationOfCycleUnit)
    .innerJoin(versionFigures, approvedFigure)
    .innerJoin(wanted, sql`wanted.part = ${versionFigures.cellKey}`)
    .where(counting(params, inArray(versionFigures.cellKey, [...new Set(pairs.map(([, part]) => part))])))
    .groupBy(cellKey, organisations.districtId, organisations.id, organisations.name, cycleUnits.position)
    .as("ranked");
  const rows = await db
    .select()
    .from(ranked)
    .where(lte(ranked.rank, params.perCell))
    .orderBy(ranked.cellKey, ranked.rank);
  return new Map(
    [...Map.groupBy(rows, (row) => row.cellKey)].map(([key, units]) => [
      key,
      { count: units[0]?.count ?? 0, units: units.map(({ unit, value: given }) => ({ unit, value: given })) },
    ]),
  );
}

/**
 * The units of the year that gave nothing to these cells: with an approved answer to the section, which says zero, or
 * without one. `count` is of all, `names` the first of them.
 */
export async function listOtherUnits(
  db: Db,
  params: Of & { cellKeys: readonly CellKey[]; sectionId: SectionId; isReported: boolean; limit: number },
): Promise<{ count: number; names: string[] }> {
  const { scope, cycleId, cellKeys, sectionId, isReported, limit } = params;
  const isOfSection = and(
    cycleUnitOfSubmission,
    eq(submissions.sectionId, sectionId),
    isNotNull(submissions.approvedVersionId),
  );
  const gave = sql`exists (select from ${versionFigures} f where f.district_id = ${scope.districtId}
    and f.version_id = ${submissions.approvedVersionId} and ${inArray(sql`f.cell_key`, [...cellKeys])})`;
  const rows = await db
    .select({ name: organisations.name, count: sql<number>`(count(*) over ())::int` })
    .from(cycleUnits)
    .innerJoin(organisations, organisationOfCycleUnit)
    .leftJoin(submissions, and(isOfSection, isNull(cycleUnits.exemptReason)))
    .where(
      inScope(
        cycleUnits,
        scope,
        eq(cycleUnits.cycleId, cycleId),
        isReported ? isNotNull(submissions.id) : isNull(submissions.id),
        isReported ? sql`not ${gave}` : undefined,
      ),
    )
    .orderBy(asc(cycleUnits.position), asc(organisations.name))
    .limit(limit);
  return { count: rows[0]?.count ?? 0, names: rows.map(({ name }) => name) };
}

/** How many units have a number other than zero in each of these cells; cells that are sums are resolved by the caller. */
export async function countUnitsByCells(db: Db, params: Of): Promise<{ cellKeys: CellKey[]; units: number }[]> {
  const ofUnits = db
    .select({
      cellKeys: sql<string[]>`array_agg(${versionFigures.cellKey} order by ${versionFigures.cellKey})`.as("cell_keys"),
    })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .innerJoin(versionFigures, approvedFigure)
    .where(counting(params))
    .groupBy(submissions.organisationId)
    .as("of_units");
  return db
    .select({ cellKeys: ofUnits.cellKeys, units: sql<number>`count(*)::int` })
    .from(ofUnits)
    .groupBy(ofUnits.cellKeys);
}

/** The sums of all typed cells, added again from the whole contents of the approved versions instead of their figures. */
export async function sumApprovedContents(db: Db, params: Of): Promise<{ cellKey: CellKey; sum: DecimalText }[]> {
  const rows = await db
    .select({ cellKey: sql<string>`typed.key`, sum: sql<string>`sum(typed.value::numeric)::text` })
    .from(submissions)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .innerJoin(versions, approvedVersionOfSubmission)
    .innerJoin(sql`jsonb_each_text(${versions.content} -> 'figures') as typed(key, value)`, sql`true`)
    .where(counting(params, sql`typed.value <> '0' and typed.value ~ '^-?[0-9]+([.][0-9]+)?$'`))
    .groupBy(sql`typed.key`);
  return rows;
}
