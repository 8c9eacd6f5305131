import { type Db, withActor } from "@/db/connect";
import {
  countUnitsByCells,
  listContributions,
  listOtherUnits,
  sumApprovedContents,
  sumContributions,
} from "@/db/queries/contributions";
import type { Actor } from "@/lib/domain/access";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import type { CellKey } from "@/lib/domain/format";
import { PAGE_SIZE, type Paged, readPage } from "@/lib/domain/paging";
import type { JudgedReport } from "@/lib/domain/report-work";
import {
  type Balance,
  balanceFigures,
  countUnitsBehind,
  type PagedTrace,
  partsOfCell,
  shareOf,
  type TracedUnit,
} from "@/lib/domain/trace-figure";
import { getJudgedReport } from "@/lib/services/report-work";

/** Up to so many units the figures are added again whenever somebody looks; beyond, when somebody asks. */
const BALANCED_AT_ONCE = 500;

export type RollUpWork = {
  work: JudgedReport;
  /** How many units gave something other than zero, by cell. */
  behind: ReadonlyMap<CellKey, number>;
  /** Null where it was not asked for and would take long. */
  balance: Balance | null;
  /** Of the figure that was asked for. */
  trace: PagedTrace | null;
};

export type RollUpQuestion = {
  cycleId: string;
  /** The figure whose sources are wanted, and which page of them. */
  cellKey: CellKey | null;
  page: number;
  isBalanced: boolean;
};

/** Loads the district's figures of a year and what they are made of; null when there is no such year in the district. */
export async function loadRollUp(
  db: Db,
  actor: Actor,
  { cycleId, cellKey, page, isBalanced }: RollUpQuestion,
  now: Date,
): Promise<RollUpWork | null> {
  return withActor(db, actor, async (tx) => {
    const work = await getJudgedReport(tx, actor, cycleId, now);
    if (!work) return null;
    const of = { scope: actor.scope, cycleId };
    const [groups, sums, trace] = await Promise.all([
      countUnitsByCells(tx, of),
      isBalanced || work.units.length <= BALANCED_AT_ONCE ? sumApprovedContents(tx, of) : null,
      cellKey === null ? null : getFigureTrace(tx, actor, { work, cellKey, page }),
    ]);
    return {
      work,
      behind: countUnitsBehind(work.cycle.format, groups),
      balance: sums && balanceFigures(work.document, sums),
      trace,
    };
  });
}

/** Finds what makes up one figure of the year in work; null when the form has no such cell. */
async function getFigureTrace(
  tx: Db,
  { scope }: Actor,
  { work, cellKey, page }: { work: JudgedReport; cellKey: CellKey; page: number },
): Promise<PagedTrace | null> {
  const { cycle, document } = work;
  const located = cellsOf(cycle.format).get(cellKey);
  if (!located) return null;
  const cellKeys = partsOfCell(cycle.format, cellKey);
  const of = { scope, cycleId: cycle.id, cellKeys };
  const beside = { ...of, sectionId: located.sectionId, limit: PAGE_SIZE };
  const { units: count, sum, hasNegative } = await sumContributions(tx, of);
  const [listed, zero, absent] = await Promise.all([
    readPage(page, { count: async () => count, read: (part) => listContributions(tx, { ...of, ...part }) }),
    listOtherUnits(tx, { ...beside, isReported: true }),
    listOtherUnits(tx, { ...beside, isReported: false }),
  ]);
  const units: Paged<TracedUnit & { submissionId: string }> = {
    ...listed,
    rows: listed.rows.map(({ submittedAt, approvedAt, takenFrom, ...given }) => ({
      ...given,
      ...(takenFrom ? { report: { id: takenFrom.reportId, version: takenFrom.version, hash: takenFrom.hash } } : {}),
      share: hasNegative ? null : shareOf(given.value, sum),
      submittedAt: submittedAt.toISOString(),
      approvedAt: approvedAt.toISOString(),
    })),
  };
  const adjustments = document.adjustments.filter((adjustment) => cellKeys.includes(adjustment.cellKey));
  return { cellKey, value: document.figures[cellKey] ?? null, parts: cellKeys, units, sum, zero, absent, adjustments };
}
