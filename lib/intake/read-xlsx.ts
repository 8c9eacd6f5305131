import { addDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import { type Block, plainCell, type Row, tidy } from "@/lib/intake/block";
import { openXlsx, parseReference, type Sheet } from "@/lib/intake/xlsx-sheets";

/** A list that is longer is refused by whoever asks for lines, not cut. */
const MOST_LINES = 20_000;

/** Every visible sheet of a workbook, a row a line; a line of one cell is running text. */
export function readXlsx(bytes: Uint8Array): Block[] {
  return openXlsx(bytes)
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ sheet }) => blocksOf(sheet));
}

/** The lines of every visible sheet as they stand, empty ones too, so that a line's number is the program's. */
export function readXlsxLines(bytes: Uint8Array): { name: string; rows: string[][] }[] {
  return openXlsx(bytes, MOST_LINES)
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, sheet }) => ({
      name,
      rows: Array.from({ length: sheet.lastRow }, (_, row) =>
        Array.from(
          { length: sheet.lastColumn },
          (_, column) => sheet.cells.get(`${row + 1} ${column + 1}`)?.text ?? "",
        ),
      ),
    }));
}

function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (let row = 1; row <= sheet.lastRow; row += 1) {
    const cells: string[] = [];
    for (let column = 1; column <= sheet.lastColumn; column += 1) {
      if (!sheet.covered.has(`${row} ${column}`)) cells.push(tidy(valueAt(sheet, row, column, 0)));
    }
    const filled = cells.filter((cell) => cell !== "");
    const [only] = filled;
    if (filled.length === 1 && only !== undefined && /\p{Script=Han}/u.test(only)) {
      close();
      for (const text of valueLines(sheet, row)) blocks.push({ kind: "paragraph", text });
    } else if (filled.length > 0) rows.push(cells.map(plainCell));
  }
  close();
  return blocks;
}

/** The lines of a row that holds one cell of text. */
function valueLines(sheet: Sheet, row: number): string[] {
  for (let column = 1; column <= sheet.lastColumn; column += 1) {
    const text = sheet.cells.get(`${row} ${column}`)?.text ?? "";
    if (text !== "" && !sheet.covered.has(`${row} ${column}`))
      return text
        .split(/\r?\n/)
        .map(tidy)
        .filter((line) => line !== "");
  }
  return [];
}

/** What a formula showed when it was saved may be old: sums are added up again. */
function valueAt(sheet: Sheet, row: number, column: number, depth: number): string {
  const cell = sheet.cells.get(`${row} ${column}`);
  if (!cell) return "";
  if (cell.formula === "" || depth > 8) return cell.text;
  const parts = summands(cell.formula);
  if (!parts) return cell.text;
  const values: DecimalText[] = [];
  for (const part of parts) {
    const figure = readFigure(valueAt(sheet, part.row, part.column, depth + 1));
    if (figure.kind === "text" || figure.kind === "not_applicable") return cell.text;
    if (figure.kind === "number") values.push(figure.value);
  }
  return values.length === 0 ? cell.text : addDecimals(values);
}

/** The cells that "SUM(D5:I5)" or "D5+E5" adds up; null for every other formula. */
function summands(formula: string): { row: number; column: number }[] | null {
  const inner = /^=?\s*SUM\(([^()]*)\)\s*$/i.exec(formula)?.[1];
  const terms =
    inner !== undefined
      ? inner.split(",")
      : /^=?[$A-Z0-9+\s]+$/.test(formula)
        ? formula.replace(/^=/, "").split("+")
        : null;
  if (!terms) return null;
  const cells: { row: number; column: number }[] = [];
  for (const term of terms) {
    const [from, to] = term.trim().split(":").map(parseReference);
    const last = to ?? from;
    if (!from || !last || (last.row - from.row + 1) * (last.column - from.column + 1) > 500) return null;
    for (let row = from.row; row <= last.row; row += 1) {
      for (let column = from.column; column <= last.column; column += 1) cells.push({ row, column });
    }
  }
  return cells;
}
