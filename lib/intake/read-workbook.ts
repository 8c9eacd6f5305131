import { placeKey, type WorkbookMerge } from "@/lib/domain/unit-workbook";
import type { FoundSheet, FoundWorkbook } from "@/lib/domain/workbook-problem";
import { type IntakeProblem, Unreadable } from "@/lib/intake/intake-problem";
import { type OpenSheet, openXlsx, parseReference } from "@/lib/intake/xlsx-sheets";
import { listZip } from "@/lib/intake/zip";

export type WorkbookRead = { ok: true; workbook: FoundWorkbook } | { ok: false; problem: IntakeProblem };

/** So much larger than any workbook of ours that nothing a unit fills in is near it. */
const MOST_CELLS = 20_000;

/** Reads a unit's workbook as it came back, every sheet and what else its package holds; nothing in it is judged here. */
export function readWorkbook(bytes: Uint8Array): WorkbookRead {
  try {
    if (bytes.length === 0) throw new Unreadable("empty");
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4));
    // An office document of the old kind, or a new one under a password, which is wrapped up like one.
    if (head === "\u00d0\u00cf\u0011\u00e0") throw new Unreadable("old_office");
    if (!head.startsWith("PK")) throw new Unreadable("unknown_type");
    const parts = listZip(bytes);
    if (!parts.includes("xl/workbook.xml")) throw new Unreadable("unknown_type");
    const sheets = openXlsx(bytes);
    if (sheets.some(({ sheet }) => sheet.cells.size > MOST_CELLS)) throw new Unreadable("too_much_inside");
    return { ok: true, workbook: { parts, sheets: sheets.map(foundSheet) } };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function foundSheet({ name, isHidden, sheet }: OpenSheet): FoundSheet {
  return {
    name,
    isHidden,
    cells: new Map(
      [...sheet.cells].map(([place, cell]) => {
        const [row = 1, column = 1] = place.split(" ").map(Number);
        return [placeKey(row - 1, column - 1), cell];
      }),
    ),
    merges: sheet.merges.flatMap(mergeOf),
    hiddenRows: sheet.hiddenRows.map((row) => row - 1),
    hiddenColumns: sheet.hiddenColumns.map((column) => column - 1),
  };
}

function mergeOf(reference: string): WorkbookMerge[] {
  const [from, to] = reference.split(":").map(parseReference);
  if (!from || !to) return [];
  const [rowSpan, colSpan] = [to.row - from.row + 1, to.column - from.column + 1];
  return [{ row: from.row - 1, column: from.column - 1, rowSpan, colSpan }];
}
