import { z } from "zod";
import { foldName } from "@/lib/domain/fold-name";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import { readHead, type StaffTableName } from "@/lib/domain/staff-table/staff-columns";

/** More rows of one kind are refused, never cut: half a list would look like a whole one. */
export const MOST_STAFF_ROWS = 5_000;
/** Titles and notes may stand above the line of heads. */
const MOST_LINES_ABOVE = 20;

/** A sheet as it was read: every cell as text, every line in its place. */
export type SheetRows = { name: string; rows: readonly (readonly string[])[] };

const line = z.number().int().min(1);
const cell = z.string().max(4_000).refine(isWithoutNul);

/** A line of a table, with its number in the file; a column that the file does not have is empty. */
const UnitRowSchema = z.object({ line, name: cell, kind: cell, position: cell, needsSignature: cell });
const PersonRowSchema = z.object({
  line,
  unit: cell,
  name: cell,
  account: cell,
  email: cell,
  role: cell,
  from: cell,
  until: cell,
});
export type UnitRow = z.infer<typeof UnitRowSchema>;
export type PersonRow = z.infer<typeof PersonRowSchema>;

export const StaffRowsSchema = z.object({
  units: z.array(UnitRowSchema).max(MOST_STAFF_ROWS),
  people: z.array(PersonRowSchema).max(MOST_STAFF_ROWS),
});
export type StaffRows = z.infer<typeof StaffRowsSchema>;

export type FoundStaff =
  | { ok: true; rows: StaffRows; unread: readonly string[] }
  | { ok: false; problem: "no_staff_table" | "no_staff_rows" }
  | { ok: false; problem: "too_many_rows"; count: number };

/**
 * Finds the tables of units and of people in what was sent, by their heads: a table of people has accounts and names, one
 * of units has names of units. What stands above the heads is left out, and so are empty lines; columns that mean nothing
 * here are named.
 */
export function findStaffTables(sheets: readonly SheetRows[]): FoundStaff {
  const rows: StaffRows = { units: [], people: [] };
  const unread = new Set<string>();
  let isFound = false;
  for (const sheet of sheets) {
    const head = findHead(sheet.rows);
    if (!head) continue;
    isFound = true;
    for (const name of head.unread) unread.add(name);
    for (const { line, textOf } of linesBelow(sheet.rows, head)) {
      if (head.table === "units") rows.units.push(unitRow(line, textOf));
      else rows.people.push(personRow(line, textOf));
    }
  }
  if (!isFound) return { ok: false, problem: "no_staff_table" };
  const count = Math.max(rows.units.length, rows.people.length);
  if (count === 0) return { ok: false, problem: "no_staff_rows" };
  if (count > MOST_STAFF_ROWS) return { ok: false, problem: "too_many_rows", count };
  return { ok: true, rows, unread: [...unread] };
}

type Head = { table: StaffTableName; at: number; columns: ReadonlyMap<string, number>; unread: readonly string[] };

function findHead(rows: SheetRows["rows"]): Head | null {
  for (const [at, cells] of rows.slice(0, MOST_LINES_ABOVE).entries()) {
    const people = columnsIn("people", cells);
    const units = columnsIn("units", cells);
    const table = people.has("account") && people.has("name") ? "people" : isUnits(units, cells) ? "units" : null;
    if (!table) continue;
    const columns = table === "people" ? people : units;
    const read = new Set(columns.values());
    const unread = cells.filter((text, index) => text.trim() !== "" && !read.has(index)).map((text) => text.trim());
    return { table, at, columns, unread };
  }
  return null;
}

/** A line of one cell that says "单位" is a head; one of several must know another column, or it is somebody's title. */
function isUnits(columns: ReadonlyMap<string, number>, cells: readonly string[]): boolean {
  return columns.has("name") && (columns.size > 1 || cells.filter((text) => text.trim() !== "").length === 1);
}

/** Where each column stands; of two columns with the same head the first one counts. */
function columnsIn(table: StaffTableName, cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [index, text] of cells.entries()) {
    const column = readHead(table, text);
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns;
}

type TextOf = (column: string) => string;

/** The lines below the heads that say something. */
function linesBelow(rows: SheetRows["rows"], { at, columns }: Head): { line: number; textOf: TextOf }[] {
  return rows.slice(at + 1).flatMap((row, index) => {
    const textOf: TextOf = (column) => (row[columns.get(column) ?? -1] ?? "").trim();
    const isEmpty = [...columns.keys()].every((column) => foldName(textOf(column)) === "");
    return isEmpty ? [] : [{ line: at + index + 2, textOf }];
  });
}

function unitRow(line: number, textOf: TextOf): UnitRow {
  return {
    line,
    name: textOf("name"),
    kind: textOf("kind"),
    position: textOf("position"),
    needsSignature: textOf("needsSignature"),
  };
}

function personRow(line: number, textOf: TextOf): PersonRow {
  return {
    line,
    unit: textOf("unit"),
    name: textOf("name"),
    account: textOf("account"),
    email: textOf("email"),
    role: textOf("role"),
    from: textOf("from"),
    until: textOf("until"),
  };
}
