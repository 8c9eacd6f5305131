import { cellAddress } from "@/lib/domain/cell-address";
import type { WorkbookCell, WorkbookPlan } from "@/lib/domain/unit-workbook";
import type { WorkbookProblem } from "@/lib/domain/workbook-problem";
import { addForeignParts, type Damage, type DamagedWorkbook, damageSheets } from "@/lib/intake/testing/damaged-sheets";
import { type Files, replace, rewrite, setCell, shift, TABLE, text } from "@/lib/intake/testing/workbook-parts";

type Place = { cell: WorkbookCell; row: number; column: number; address: string };

/** The workbook that is spoiled: its plan, and its cells by what stands in them. */
type Target = {
  plan: WorkbookPlan;
  of: (kind: WorkbookCell["kind"]) => Place[];
  inputs: Place[];
  labels: Place[];
  lastRow: number;
  /** Damage at one place of the sheet with the table. */
  at: (what: string, code: WorkbookProblem["code"], cell: string, change: Damage["change"]) => Damage;
};

/** Spoils a workbook in every way that is looked for, at many places each. */
export function damageWorkbook(bytes: Uint8Array, plan: WorkbookPlan): DamagedWorkbook[] {
  const places = [...plan.cells].map(([key, cell]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return { cell, row, column, address: cellAddress(row, column) };
  });
  const of = (kind: WorkbookCell["kind"]) => places.filter(({ cell }) => cell.kind === kind);
  const target: Target = {
    plan,
    of,
    inputs: of("input"),
    labels: of("fixed").filter(({ cell }) => cell.kind === "fixed" && cell.text !== ""),
    lastRow: Math.max(...places.map(({ row }) => row)),
    at: (what, code, cell, change) => ({ what: `${what} ${cell}`, code, sheet: plan.sheetName, cell, change }),
  };
  const damages = [
    ...damageCells(target),
    ...damageSums(target),
    ...damageLayout(target),
    ...damageSheets(plan, target.inputs.length),
    ...addForeignParts(),
  ];
  return damages.map(({ change, ...damage }) => ({ ...damage, bytes: rewrite(bytes, change) }));
}

const TEXTS = ["7件", "约10", "无", "3-1", "#DIV/0!", "不适用", "１２ 件", "TRUE"];

const set = (address: string, content: string) => (files: Files) => setCell(files, TABLE, address, content);

/** Something else than a number in an input, and something else than the form says in a cell that is no input. */
function damageCells({ of, inputs, labels, lastRow, at }: Target): Damage[] {
  return [
    ...every(inputs, 5).map(({ address }, index) =>
      at("text", "text", address, set(address, text(TEXTS[index % 8] ?? ""))),
    ),
    ...every(inputs, 40).map(({ address }) => at("error", "text", address, set(address, ' t="e"><v>#REF!</v>'))),
    ...every(inputs, 40).map(({ address }) => at("tick", "text", address, set(address, ' t="b"><v>1</v>'))),
    ...every(inputs, 6).map(({ address }) => at("formula", "formula", address, set(address, "><f>1+1</f><v>2</v>"))),
    ...every(inputs, 50).map(({ address }) =>
      at("shared", "formula", address, set(address, '><f t="shared" si="0"/><v>2</v>')),
    ),
    ...every(labels, 2).map(({ address }) => at("label", "altered", address, set(address, text("改过的名称")))),
    ...every(labels, 9).map(({ address }) => at("no label", "altered", address, set(address, ">"))),
    ...every(of("before"), 12).map(({ address }) => at("last year", "altered", address, set(address, "><v>77</v>"))),
    ...of("locked").map(({ address }) => at("locked", "locked", address, set(address, "><v>77</v>"))),
    ...["K6", "Z3", `A${lastRow + 3}`, `D${lastRow + 2}`, "AB40"].map((address) =>
      at("outside", "outside", address, set(address, text("另附"))),
    ),
  ];
}

/** Totals that are typed, or add up something else. */
function damageSums({ plan, of, at }: Target): Damage[] {
  const sums = of("sum");
  const partsOf = (cell: WorkbookCell): string[] =>
    (cell.kind === "sum" ? cell.parts : []).flatMap((key) => {
      const place = plan.places.get(key);
      return place ? [cellAddress(place.row, place.column)] : [];
    });
  return [
    ...every(sums, 4).map(({ address }) => at("typed sum", "sum_overwritten", address, set(address, "><v>9</v>"))),
    ...every(sums, 5).map(({ address }) =>
      at("other sum", "sum_overwritten", address, set(address, "><f>SUM(D5:D6)*2</f>")),
    ),
    ...every(sums, 6).flatMap(({ cell, address }) => {
      const parts = partsOf(cell);
      const [first = ""] = parts;
      const sumOf = (cells: readonly string[]) => set(address, `><f>SUM(${cells.join(",")})</f>`);
      return parts.length < 2
        ? []
        : [
            at("sum of fewer", "sum_overwritten", address, sumOf(parts.slice(1))),
            at("sum of one twice", "sum_overwritten", address, sumOf([first, ...parts.slice(0, -1)])),
          ];
    }),
  ];
}

/** Cells merged and parted, rows and columns hidden, inserted and deleted. */
function damageLayout({ plan, inputs, labels, lastRow, at }: Target): Damage[] {
  const rowsOf = (rows: readonly number[]) => rows.filter((row) => row <= lastRow);
  return [
    ...every(inputs, 15).flatMap(({ row, column, address }) => {
      const range = `${address}:${cellAddress(row + 1, column)}`;
      const merge = (files: Files) =>
        replace(files, TABLE, "</mergeCells>", `<mergeCell ref="${range}"/></mergeCells>`);
      return plan.cells.get(`${row + 1},${column}`)?.kind === "input" ? [at("merged", "merged", range, merge)] : [];
    }),
    ...every(plan.merges, 3).map(({ row, column, rowSpan, colSpan }) => {
      const range = `${cellAddress(row, column)}:${cellAddress(row + rowSpan - 1, column + colSpan - 1)}`;
      return at("parted", "unmerged", range, (files) => replace(files, TABLE, `<mergeCell ref="${range}"/>`, ""));
    }),
    ...rowsOf([5, 8, 12, 20, 27]).map((row) =>
      at("hidden row", "hidden_row", `A${row}`, (files) =>
        replace(files, TABLE, `<row r="${row}"`, `<row r="${row}" hidden="1"`),
      ),
    ),
    ...[3, 4, 7].map((column) =>
      at("hidden column", "hidden_column", cellAddress(0, column - 1), (files) =>
        replace(
          files,
          TABLE,
          `<col min="${column}" max="${column}"`,
          `<col min="${column}" max="${column}" hidden="1"`,
        ),
      ),
    ),
    // The first label that comes to stand elsewhere: the one in the row, or the column, at which it was done.
    ...rowsOf([2, 6, 8, 10, 18, 21, 29]).map((row) =>
      at("inserted row", "moved", firstLabel(labels, row), shift(row, 1, 0)),
    ),
    ...rowsOf([6, 11, 22]).map((row) => at("deleted row", "moved", firstLabel(labels, row + 1), shift(row + 1, -1, 0))),
    ...[4, 6].map((column) => at("inserted column", "moved", firstLabelFrom(labels, column), shift(0, 0, 1, column))),
  ];
}

function every<Item>(items: readonly Item[], step: number): Item[] {
  return items.filter((_, index) => index % step === 0);
}

type Labelled = { row: number; column: number; address: string };

function firstLabel(labels: readonly Labelled[], row: number): string {
  return labels.find((label) => label.row + 1 >= row)?.address ?? "";
}

function firstLabelFrom(labels: readonly Labelled[], column: number): string {
  return labels.find((label) => label.column + 1 >= column)?.address ?? "";
}
