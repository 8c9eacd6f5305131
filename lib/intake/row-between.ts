import { FORMATS } from "@/lib/formats";
import type { Row } from "@/lib/intake/block";
import { matchRow, plainLabel } from "@/lib/intake/match-label";
import { splitRow } from "@/lib/intake/table-row";
import { isNumberLike, isValue } from "@/lib/intake/value-text";

/** A label that no form has, on the place of one that every form has there. */
export type MeantRow = { row: string; label: string; found: string };

type RequestRow = { key: string; label: string };

/** The rows of table 三 in the order of each version of the form. */
const ORDERS: readonly (readonly RequestRow[])[] = FORMATS.map((format) =>
  format.sections
    .flatMap((section) => section.tables)
    .filter((table) => table.id === "requests")
    .flatMap((table) => table.rows.map(({ key, label }) => ({ key, label }))),
);

/** How much of the longer label both must have, in their order. */
const LIKENESS = 0.5;
const MAX_LENGTH = 60;

/** What a row without a known label is meant to be, by where it stands: between two neighbours of one single row. */
export function meantRows(rows: readonly Row[]): ReadonlyMap<Row, MeantRow> {
  const labelled = rows
    .map((row) => ({ row, texts: row.map((cell) => cell.text) }))
    .filter(({ texts }) => texts.some(isNumberLike))
    .map(({ row, texts }) => ({ row, texts, known: splitRow(texts).known }));
  const found = new Set(labelled.flatMap(({ known }) => (known ? [known.row] : [])));
  const meant = new Map<Row, MeantRow>();
  for (const [index, { row, texts, known }] of labelled.entries()) {
    const [above, below] = [labelled[index - 1]?.known?.row, labelled[index + 1]?.known?.row];
    if (known || !above || !below) continue;
    const label = texts.slice(0, texts.findIndex(isNumberLike)).findLast((text) => text !== "" && !isValue(text));
    if (label === undefined || label.length > MAX_LENGTH || matchRow(label)) continue;
    const between = rowBetween(above, below);
    if (!between || found.has(between.key) || likeness(plainLabel(label), plainLabel(between.label)) < LIKENESS)
      continue;
    meant.set(row, { row: between.key, label: between.label, found: label });
  }
  return meant;
}

function rowBetween(above: string, below: string): RequestRow | null {
  for (const order of ORDERS) {
    const at = order.findIndex(({ key }) => key === above);
    if (at >= 0 && order[at + 2]?.key === below) return order[at + 1] ?? null;
  }
  return null;
}

/** The longest run of characters that both have in one order, gaps allowed, as a share of the longer one. */
function likeness(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, () => 0);
  for (const letter of left) {
    const current = [0];
    for (const [index, other] of [...right].entries())
      current.push(letter === other ? (above[index] ?? 0) + 1 : Math.max(above[index + 1] ?? 0, current[index] ?? 0));
    above = current;
  }
  return (above[right.length] ?? 0) / Math.max(left.length, right.length, 1);
}
