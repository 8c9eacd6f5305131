import { eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { preparedQuery } from "@/db/prepared-query";
import { excluded } from "@/db/queries/excluded";
import { inBatches } from "@/db/queries/in-batches";
import { inScope } from "@/db/queries/in-scope";
import { submissionOf } from "@/db/queries/joins";
import { figures, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import { readFigure } from "@/lib/domain/figure";
import type { StoredFigure } from "@/lib/domain/section-work";

/** The figures of a cycle, joined with their submissions, that also meet these conditions. */
function inCycle({ scope, cycleId }: { scope: Scope; cycleId: string }, ...conditions: SQL[]): SQL | undefined {
  return inScope(figures, scope, eq(submissions.cycleId, cycleId), ...conditions);
}

const selectFigures = preparedQuery((db, scope) =>
  db
    .select({
      cellKey: figures.cellKey,
      found: figures.found,
      updatedBy: figures.updatedBy,
      updatedByName: figures.updatedByName,
      updatedAt: figures.updatedAt,
    })
    .from(figures)
    .where(inScope(figures, scope, eq(figures.submissionId, sql.placeholder("submissionId")))),
);

export async function listFigures(db: Db, params: { scope: Scope; submissionId: string }): Promise<StoredFigure[]> {
  return selectFigures(db, params.scope, { submissionId: params.submissionId });
}

/** All working figures of one unit in one cycle: what a text may be checked against. */
export async function listUnitFigures(
  db: Db,
  params: { scope: Scope; cycleId: string; organisationId: string },
): Promise<{ cellKey: string; found: string | null }[]> {
  return db
    .select({ cellKey: figures.cellKey, found: figures.found })
    .from(figures)
    .innerJoin(submissions, submissionOf(figures))
    .where(inCycle(params, eq(figures.organisationId, params.organisationId)));
}

/** As `listUnitFigures`, for several units, each figure with its unit. */
export async function listFiguresOfUnits(
  db: Db,
  params: { scope: Scope; cycleId: string; organisationIds: readonly string[] },
): Promise<{ organisationId: string; cellKey: string; found: string | null }[]> {
  return db
    .select({ organisationId: figures.organisationId, cellKey: figures.cellKey, found: figures.found })
    .from(figures)
    .innerJoin(submissions, submissionOf(figures))
    .where(inCycle(params, inArray(figures.organisationId, [...params.organisationIds])));
}

/** How many cells of each section of a cycle hold something; sections in which nothing was typed are not in the list. */
export async function countFilledFigures(
  db: Db,
  params: { scope: Scope; cycleId: string; organisationIds: readonly string[] },
): Promise<{ submissionId: string; count: number }[]> {
  if (params.organisationIds.length === 0) return [];
  return db
    .select({ submissionId: figures.submissionId, count: sql<number>`count(*)::int` })
    .from(figures)
    .innerJoin(submissions, submissionOf(figures))
    .where(inCycle(params, inArray(figures.organisationId, [...params.organisationIds]), isNotNull(figures.found)))
    .groupBy(figures.submissionId);
}

/** Writes cells of sections; the caller holds the submissions' locks and has compared the values seen. */
export async function upsertFigures(
  db: Db,
  params: {
    districtId: string;
    by: { userId: string; name: string };
    at: Date;
    sections: readonly {
      submissionId: string;
      organisationId: string;
      cells: readonly { cellKey: string; found: string | null }[];
    }[];
  },
): Promise<void> {
  const { districtId, by, at } = params;
  const rows = params.sections.flatMap(({ submissionId, organisationId, cells }) =>
    cells.map(({ cellKey, found }) => {
      const figure = readFigure(found);
      return {
        districtId,
        submissionId,
        organisationId,
        cellKey,
        found,
        value: figure.kind === "number" ? figure.value : null,
        updatedBy: by.userId,
        updatedByName: by.name,
        updatedAt: at,
      };
    }),
  );
  await inBatches(rows, (part) =>
    db
      .insert(figures)
      .values(part)
      .onConflictDoUpdate({
        target: [figures.districtId, figures.submissionId, figures.cellKey],
        set: {
          ...excluded({
            found: figures.found,
            value: figures.value,
            updatedBy: figures.updatedBy,
            updatedByName: figures.updatedByName,
            updatedAt: figures.updatedAt,
          }),
        },
      }),
  );
}

/** True when one of these units has put something into the cell in this cycle. */
export async function isCellFilled(
  db: Db,
  params: { scope: Scope; cycleId: string; cellKey: string; organisationIds: readonly string[] },
): Promise<boolean> {
  const rows = await db
    .select({ cellKey: figures.cellKey })
    .from(figures)
    .innerJoin(submissions, submissionOf(figures))
    .where(
      inCycle(
        params,
        eq(figures.cellKey, params.cellKey),
        isNotNull(figures.found),
        inArray(submissions.organisationId, [...params.organisationIds]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
