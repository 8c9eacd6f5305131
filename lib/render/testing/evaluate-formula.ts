import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/domain/decimal";

/** Gives the value of another cell: "'表三'!D5" or "D5" on the sheet at hand. */
export type CellLookup = (sheet: string | null, address: string) => string | number | null;

/**
 * Works out the few formulas that the workbook uses, with exact decimals and apart from the writer: SUM, ROUND, IF with
 * one comparison, a difference, and a cell of another sheet.
 */
export function evaluateFormula(formula: string, lookup: CellLookup): string | number | null {
  const condition = /^IF\((.+)=(.+),"(.*)","(.*)"\)$/.exec(formula);
  if (condition) {
    const [, left = "", right = "", yes = "", no = ""] = condition;
    return compareDecimals(numberOf(left, lookup), numberOf(right, lookup)) === 0 ? yes : no;
  }
  return Number(numberOf(formula, lookup));
}

function numberOf(term: string, lookup: CellLookup): string {
  if (/^-?\d+(\.\d+)?$/.test(term)) return term;
  const round = /^ROUND\((.+),(\d+)\)$/.exec(term);
  if (round?.[1]) return numberOf(round[1], lookup);
  const sum = /^SUM\((.+)\)$/.exec(term);
  if (sum?.[1]) return addDecimals(sum[1].split(",").flatMap((range) => valuesOf(range, lookup)));
  const difference = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(term);
  if (difference?.[1] && difference[2]) {
    return subtractDecimals(numberOf(difference[1], lookup), numberOf(difference[2], lookup));
  }
  const [value] = valuesOf(term, lookup);
  if (value === undefined) throw new Error(`no value of ${term}`);
  return value;
}

function valuesOf(range: string, lookup: CellLookup): string[] {
  const match = /^(?:'([^']+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range);
  if (!match) throw new Error(`not a range: ${range}`);
  const [, sheet = null, fromColumn = "", fromRow = "", toColumn = fromColumn, toRow = fromRow] = match;
  const values: string[] = [];
  for (let row = Number(fromRow); row <= Number(toRow); row += 1) {
    for (let column = indexOf(fromColumn); column <= indexOf(toColumn); column += 1) {
      const value = lookup(sheet, `${lettersOf(column)}${row}`);
      if (typeof value === "number") values.push(String(value));
    }
  }
  return values;
}

export function indexOf(letters: string): number {
  return [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(index: number): string {
  return index > 26
    ? lettersOf(Math.floor((index - 1) / 26)) + lettersOf(((index - 1) % 26) + 1)
    : String.fromCharCode(64 + index);
}
