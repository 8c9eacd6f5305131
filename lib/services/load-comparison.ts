import { type Db, withPublic } from "@/db/connect";
import { listPublicBodies } from "@/db/queries/public-reports";
import { listPublishedCell } from "@/db/queries/published-figures";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { COMPARED_BODIES, type Comparison, compareFigures } from "@/lib/domain/compare-reports";
import type { CellKey } from "@/lib/domain/format";
import { getFormat } from "@/lib/formats";

/** Bodies that are offered to choose from; others are found by their name. */
export const OFFERED_BODIES = 60;
/** Bodies that are shown to whoever chose none. */
const FIRST_BODIES = 6;

export type ComparisonQuestion = {
  cellKey: CellKey;
  /** Those that were chosen; empty for the first ones by name. */
  districtIds: readonly string[];
  /** A part of the names that are offered. */
  search?: string | undefined;
};

/** Loads one published figure of several bodies over the years, and the bodies that may be chosen, by name. */
export async function loadComparison(
  db: Db,
  { cellKey, districtIds, search }: ComparisonQuestion,
  _now: Date,
): Promise<{ comparison: Comparison; offered: { districtId: string; name: string }[]; isCut: boolean }> {
  return withPublic(db, async (tx) => {
    const found = await listPublicBodies(tx, { districtName: search, limit: OFFERED_BODIES + 1 });
    const offered = found.slice(0, OFFERED_BODIES);
    const chosen =
      districtIds.length > 0
        ? districtIds.slice(0, COMPARED_BODIES)
        : offered.slice(0, FIRST_BODIES).map(({ districtId }) => districtId);
    const figures = await listPublishedCell(tx, { districtIds: chosen, cellKey });
    const comparison = compareFigures(
      cellKey,
      figures.map((figure) => ({ ...figure, hasCell: isAskedFor(figure.formatId, cellKey) })),
    );
    return { comparison, offered, isCut: found.length > OFFERED_BODIES };
  });
}

function isAskedFor(formatId: string, cellKey: CellKey): boolean {
  const format = getFormat(formatId);
  return format !== null && cellsOf(format).has(cellKey);
}
