import { cellAddress, readAddress } from "@/lib/domain/cell-address";
import { readFigure, typedFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import { placeKey, type WorkbookCell, type WorkbookMerge, type WorkbookPlan } from "@/lib/domain/unit-workbook";
import { type FoundCell, type FoundSheet, problem, type WorkbookProblem } from "@/lib/domain/workbook-problem";

/** Holds the sheet that was filled in against its plan, cell by cell: all but the inputs has to be as it was written. */
export function checkSheet(plan: WorkbookPlan, sheet: FoundSheet): WorkbookProblem[] {
  const { name } = sheet;
  const say = (code: WorkbookProblem["code"], cell: string, expected = "", found = "") =>
    problem(code, name, cell, expected, found);
  const moved = firstMoved(plan, sheet);
  // Where rows or columns have moved, everything behind them differs as well.
  if (moved) return [say("moved", moved.from, moved.text, moved.to)];

  const hidden = [
    ...sheet.hiddenRows.filter((row) => row < rowCount(plan)).map((row) => say("hidden_row", cellAddress(row, 0))),
    ...sheet.hiddenColumns.filter((column) => column < plan.width).map((c) => say("hidden_column", cellAddress(0, c))),
  ];
  const cells = [...plan.cells].flatMap(([key, cell]): WorkbookProblem[] => {
    const [row, column] = pointOf(key);
    const found = sheet.cells.get(key) ?? { text: "", formula: "" };
    const wrong = checkCell(plan, cell, found);
    return wrong ? [say(wrong.code, cellAddress(row, column), wrong.expected, wrong.found)] : [];
  });
  const outside = [...sheet.cells].flatMap(([key, { text, formula }]): WorkbookProblem[] => {
    if (plan.cells.has(key) || (text.trim() === "" && formula === "")) return [];
    return [say("outside", cellAddress(...pointOf(key)), "", text || `=${formula}`)];
  });
  return [...hidden, ...checkMerges(plan, sheet), ...cells, ...outside];
}

type Wrong = Pick<WorkbookProblem, "code" | "expected" | "found">;

function checkCell(plan: WorkbookPlan, cell: WorkbookCell, { text, formula }: FoundCell): Wrong | null {
  switch (cell.kind) {
    case "fixed":
      if (formula === "" && squeezed(text) === squeezed(cell.text)) return null;
      return { code: "altered", expected: cell.text, found: formula === "" ? text : `=${formula}` };
    case "before":
    case "locked":
      if (formula === "" && typedFigure(text) === typedFigure(cell.value ?? "")) return null;
      return {
        code: cell.kind === "locked" ? "locked" : "altered",
        expected: cell.value ?? "",
        found: formula === "" ? text : `=${formula}`,
      };
    case "sum":
      if (isSumOf(plan, cell.parts, formula)) return null;
      return { code: "sum_overwritten", expected: "", found: formula === "" ? text : `=${formula}` };
    case "input":
      if (formula !== "") return { code: "formula", expected: "", found: `=${formula}` };
      return isNumberOrBlank(text) ? null : { code: "text", expected: "", found: text };
  }
}

function isNumberOrBlank(text: string): boolean {
  const { kind } = readFigure(typedFigure(text));
  return kind === "number" || kind === "blank";
}

/** SUM over exactly the cells that the form adds up, however a program writes it. */
function isSumOf(plan: WorkbookPlan, parts: readonly CellKey[], formula: string): boolean {
  // A program may write a formula once for several cells; what it gives is added up anew in any case.
  if (formula === "…") return true;
  const inside = /^=?\s*(?:of:=)?SUM\((.*)\)$/i.exec(formula.replaceAll("$", "").trim())?.[1];
  if (inside === undefined) return false;
  const wanted = new Set(
    parts.flatMap((key) => {
      const place = plan.places.get(key);
      return place ? [placeKey(place.row, place.column)] : [];
    }),
  );
  const named = inside.split(/[,;]/).map((reference) => cellsOf(reference.trim()));
  const summed = named.flatMap((cells) => cells ?? []);
  return (
    named.every((cells) => cells !== null) &&
    summed.length === wanted.size &&
    new Set(summed).size === wanted.size &&
    summed.every((key) => wanted.has(key))
  );
}

function cellsOf(reference: string): string[] | null {
  const [from, to = from] = reference.split(":").map(readAddress);
  if (!from || !to || (to.row - from.row + 1) * (to.column - from.column + 1) > 1_000) return null;
  const keys: string[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) keys.push(placeKey(row, column));
  return keys;
}

/** The first label that stands somewhere else in its column or row: rows or columns were inserted, taken out or moved. */
function firstMoved(plan: WorkbookPlan, sheet: FoundSheet): { text: string; from: string; to: string } | null {
  const labels = [...plan.cells].flatMap(([key, cell]) =>
    cell.kind === "fixed" && cell.text !== "" ? [{ key, text: squeezed(cell.text), label: cell.text }] : [],
  );
  const foundAt = Map.groupBy(sheet.cells, ([, { text }]) => squeezed(text));
  for (const { key, text, label } of labels) {
    if (squeezed(sheet.cells.get(key)?.text ?? "") === text) continue;
    const [row, column] = pointOf(key);
    const elsewhere = (foundAt.get(text) ?? []).find(([other]) => {
      const [otherRow, otherColumn] = pointOf(other);
      const there = plan.cells.get(other);
      const isOwn = there?.kind === "fixed" && squeezed(there.text) === text;
      return !isOwn && (otherRow === row || otherColumn === column);
    });
    if (elsewhere) return { text: label, from: cellAddress(row, column), to: cellAddress(...pointOf(elsewhere[0])) };
  }
  return null;
}

function checkMerges(plan: WorkbookPlan, sheet: FoundSheet): WorkbookProblem[] {
  const rangeOf = ({ row, column, rowSpan, colSpan }: WorkbookMerge): string =>
    `${cellAddress(row, column)}:${cellAddress(row + rowSpan - 1, column + colSpan - 1)}`;
  const wanted = new Set(plan.merges.map(rangeOf));
  const there = new Set(sheet.merges.map(rangeOf));
  return [
    ...[...there].filter((range) => !wanted.has(range)).map((range) => problem("merged", sheet.name, range)),
    ...[...wanted].filter((range) => !there.has(range)).map((range) => problem("unmerged", sheet.name, range)),
  ];
}

function rowCount(plan: WorkbookPlan): number {
  return Math.max(...[...plan.cells.keys()].map((key) => pointOf(key)[0])) + 1;
}

function pointOf(key: string): [row: number, column: number] {
  const [row = 0, column = 0] = key.split(",").map(Number);
  return [row, column];
}

/** Programs part long labels into lines of their own. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}
