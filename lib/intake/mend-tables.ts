import type { SectionId } from "@/lib/domain/format";
import { type Cell, plainCell, type Row } from "@/lib/intake/block";
import { joinCutRows } from "@/lib/intake/cut-rows";
import { splitGluedHead, splitGluedRow } from "@/lib/intake/match-label";
import { splitRemarks } from "@/lib/intake/remark-column";

/** A table and the section of the report in which it stands. */
export type FoundTable = { section: SectionId | null; rows: readonly Row[] };

function unglue(cell: Cell): readonly Cell[] {
  return (splitGluedHead(cell.text) ?? splitGluedRow(cell.text))?.map(plainCell) ?? [cell];
}

/** Heads that lost their cells, columns of remarks, and rows that a page's end cut in two, also over the end of a table. */
export function mendTables(tables: readonly FoundTable[], unplaced: string[]): FoundTable[] {
  const mended: FoundTable[] = [];
  for (const { section, rows } of tables) {
    const unglued = rows.map((row) => row.flatMap(unglue));
    const { rows: plain, remarks } = splitRemarks(unglued);
    unplaced.push(...remarks);
    const last = mended.at(-1);
    const open = last?.section === section ? last.rows.at(-1) : undefined;
    const joined = joinCutRows(open ? [open, ...plain] : plain);
    if (!open) mended.push({ section, rows: joined });
    else if (joined.length > plain.length) mended.push({ section, rows: joined.slice(1) });
    else mended.splice(-1, 1, { section, rows: last?.rows.slice(0, -1) ?? [] }, { section, rows: joined });
  }
  return mended;
}
