import type { Figures } from "@/lib/domain/cell";
import type { Flow } from "@/lib/domain/check/narrative/tag";
import { cellsOf, nameCell, numbersAt } from "@/lib/domain/check/subject-cells";
import { addDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";
import type { CellKey, Format } from "@/lib/domain/format";

/**
 * Something that the tables know: the sum of one or more cells, with the name by which a sentence calls it. Where the
 * words have the sign (减少5项), the sum's own is turned round.
 */
export type Quantity = { name: string; cells: readonly CellKey[]; isNegated?: boolean };

const FLOW_ROWS: Readonly<Record<Exclude<Flow, "carried">, { rows: readonly string[]; name: string }>> = {
  received: { rows: ["received"], name: "一、本年新收" },
  carried_in: { rows: ["carried_in"], name: "二、上年结转" },
  handled: { rows: ["received", "carried_in"], name: "新收加上年结转" },
  accepted: { rows: ["received"], name: "一、本年新收" },
  concluded: { rows: ["outcome_total"], name: "三（七）总计" },
  carried_out: { rows: ["carried_out"], name: "四、结转下年度" },
};
const COLUMN_NAMES: Readonly<Record<string, string>> = { natural_person: "自然人", total: "总计" };

/** The same few quantities are asked for at every number of a text. */
const known = new WeakMap<Format, Map<string, Quantity | null>>();

function remember(format: Format, key: string, make: () => Quantity | null): Quantity | null {
  const ofFormat = known.get(format) ?? new Map<string, Quantity | null>();
  known.set(format, ofFormat);
  const before = ofFormat.get(key);
  if (before !== undefined) return before;
  const made = make();
  ofFormat.set(key, made);
  return made;
}

/** Rows and columns of table 三 as one quantity; null when the form has none of the cells. */
export function requestQuantity(
  format: Format,
  rows: readonly string[],
  columns: readonly string[],
  name?: string,
): Quantity | null {
  return remember(format, `${rows.join()}|${columns.join()}|${name ?? ""}`, () => {
    const cells = rows
      .flatMap((row) => columns.map((column) => `requests.${row}.${column}`))
      .filter((key) => cellsOf(format).has(key));
    const [first] = cells;
    if (first === undefined) return null;
    const column = columns.length === 1 ? (COLUMN_NAMES[columns[0] ?? ""] ?? "") : "法人或其他组织";
    const label =
      name ?? (cells.length === 1 ? nameCell(format, first) : cells.map((key) => rowName(format, key)).join("、"));
    return { name: cells.length === 1 && !name ? label : `${label}·${column}`, cells };
  });
}

/** The rows of table three that hold a way of requests. */
export function rowsOfFlow(flow: Exclude<Flow, "carried">): readonly string[] {
  return FLOW_ROWS[flow].rows;
}

/** The cells of table three that a way of requests means in these columns; null where the form has none of them. */
export function flowQuantity(
  format: Format,
  flow: Exclude<Flow, "carried">,
  columns: readonly string[],
): Quantity | null {
  const { rows, name } = FLOW_ROWS[flow];
  return requestQuantity(format, rows, columns, name);
}

/** One quantity of cells that the form has; null when it lacks any of them. */
export function cellsQuantity(format: Format, cells: readonly CellKey[], name?: string): Quantity | null {
  return remember(format, `${cells.join()}|${name ?? ""}`, () => {
    if (cells.length === 0 || cells.some((key) => !cellsOf(format).has(key))) return null;
    return { name: name ?? cells.map((key) => nameCell(format, key)).join("、"), cells };
  });
}

const values = new WeakMap<Figures, WeakMap<Quantity, DecimalText | null>>();

/** Null as soon as one cell is absent or no number: nothing is held against a sum that is not known. */
export function quantityValue(quantity: Quantity, figures: Figures): DecimalText | null {
  const ofFigures = values.get(figures) ?? new WeakMap<Quantity, DecimalText | null>();
  values.set(figures, ofFigures);
  const before = ofFigures.get(quantity);
  if (before !== undefined) return before;
  const value = addUp(quantity, figures);
  ofFigures.set(quantity, value);
  return value;
}

function addUp(quantity: Quantity, figures: Figures): DecimalText | null {
  const numbers = numbersAt(figures, quantity.cells);
  if (!numbers) return null;
  const sum = addDecimals(numbers);
  return quantity.isNegated ? subtractDecimals("0", sum) : sum;
}

function rowName(format: Format, key: CellKey): string {
  return nameCell(format, key).replace(/·[^·]*$/, "");
}
