import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { preparedQuery } from "@/db/prepared-query";
import { cycles, cycleUnits } from "@/db/schema";
import { storedPart } from "@/db/schema/stored-json";
import type { Cycle, CycleSummary } from "@/lib/domain/cycle";
import { type Format, FormatSchema } from "@/lib/domain/format";

const columns = {
  id: cycles.id,
  districtId: cycles.districtId,
  year: cycles.year,
  formatHash: cycles.formatHash,
  state: cycles.state,
  tablesDueAt: cycles.tablesDueAt,
  narrativeDueAt: cycles.narrativeDueAt,
  statutoryDueAt: cycles.statutoryDueAt,
  hardEndAt: cycles.hardEndAt,
  previousReportId: cycles.previousReportId,
  preface: cycles.preface,
  openedAt: cycles.openedAt,
  closedAt: cycles.closedAt,
};

const MOST_FORMATS = 100;
const formats = new Map<string, Format>();

/**
 * The cycle with the one copy of its frozen format that this process holds, read when its hash is first met. What is
 * worked out from a format, such as where each of its cells stands, is remembered by that copy.
 */
async function withFormat(db: Db, row: Omit<Cycle, "format"> | undefined): Promise<Cycle | null> {
  if (!row) return null;
  const format = formats.get(row.formatHash) ?? (await readFormat(db, row));
  return { ...row, format };
}

async function readFormat(db: Db, { id, districtId, formatHash }: Omit<Cycle, "format">): Promise<Format> {
  const [row] = await db
    .select({ format: cycles.format })
    .from(cycles)
    .where(and(eq(cycles.districtId, districtId), eq(cycles.id, id)));
  if (!row) throw new Error(`the cycle ${id} has gone`);
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(formatHash, row.format);
  return row.format;
}

const selectCycle = preparedQuery((db, { districtId }) =>
  db
    .select(columns)
    .from(cycles)
    .where(and(eq(cycles.districtId, districtId), eq(cycles.id, sql.placeholder("id")))),
);

export async function getCycle(db: Db, params: { id: string; districtId: string }): Promise<Cycle | null> {
  const rows = await selectCycle(db, { districtId: params.districtId, units: "all" }, { id: params.id });
  return withFormat(db, rows[0]);
}

export async function getCycleForUpdate(db: Db, params: { id: string; districtId: string }): Promise<Cycle | null> {
  const rows = await db
    .select(columns)
    .from(cycles)
    .where(and(eq(cycles.districtId, params.districtId), eq(cycles.id, params.id)))
    .for("update");
  return withFormat(db, rows[0]);
}

/** The year a person works in unless they chose another: the newest. */
export async function getNewestCycle(db: Db, params: { districtId: string }): Promise<Cycle | null> {
  const rows = await db
    .select(columns)
    .from(cycles)
    .where(eq(cycles.districtId, params.districtId))
    .orderBy(desc(cycles.year))
    .limit(1);
  return withFormat(db, rows[0]);
}

/** Newest first, without the frozen format. */
export async function listCycles(
  db: Db,
  params: { districtId: string },
): Promise<{ id: string; year: number; state: "open" | "closed" }[]> {
  return db
    .select({ id: cycles.id, year: cycles.year, state: cycles.state })
    .from(cycles)
    .where(eq(cycles.districtId, params.districtId))
    .orderBy(desc(cycles.year));
}

export async function insertCycle(db: Db, cycle: Cycle): Promise<boolean> {
  const rows = await db.insert(cycles).values(cycle).onConflictDoNothing().returning({ id: cycles.id });
  return rows.length > 0;
}

export async function updateCycle(
  db: Db,
  params: {
    id: string;
    districtId: string;
    set: Partial<
      Pick<Cycle, "state" | "closedAt" | "tablesDueAt" | "narrativeDueAt" | "statutoryDueAt" | "hardEndAt" | "preface">
    >;
  },
): Promise<void> {
  await db
    .update(cycles)
    .set(params.set)
    .where(and(eq(cycles.districtId, params.districtId), eq(cycles.id, params.id)));
}

export async function getCycleByYear(db: Db, params: { districtId: string; year: number }): Promise<Cycle | null> {
  const rows = await db
    .select(columns)
    .from(cycles)
    .where(and(eq(cycles.districtId, params.districtId), eq(cycles.year, params.year)));
  return withFormat(db, rows[0]);
}

/** Newest first. */
export async function listCycleSummaries(db: Db, params: { districtId: string }): Promise<CycleSummary[]> {
  return db
    .select({
      id: cycles.id,
      year: cycles.year,
      state: cycles.state,
      formatName: storedPart("cycles.format.name", FormatSchema.shape.name, sql`${cycles.format} ->> 'name'`),
      tablesDueAt: cycles.tablesDueAt,
      narrativeDueAt: cycles.narrativeDueAt,
      statutoryDueAt: cycles.statutoryDueAt,
      hardEndAt: cycles.hardEndAt,
      previousReportId: cycles.previousReportId,
      openedAt: cycles.openedAt,
      closedAt: cycles.closedAt,
      units: sql<number>`count(${cycleUnits.organisationId})::int`,
    })
    .from(cycles)
    .leftJoin(cycleUnits, and(eq(cycleUnits.districtId, cycles.districtId), eq(cycleUnits.cycleId, cycles.id)))
    .where(eq(cycles.districtId, params.districtId))
    .groupBy(cycles.districtId, cycles.id)
    .orderBy(desc(cycles.year));
}
