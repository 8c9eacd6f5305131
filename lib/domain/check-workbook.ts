import { cellAddress, readAddress } from "@/lib/domain/cell-address";
import { readFigure, typedFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import {
  IDENTITY_SHEET,
  placeKey,
  WORKBOOK_SCHEMA,
  type WorkbookCell,
  type WorkbookContent,
  type WorkbookMerge,
  type WorkbookPlan,
} from "@/lib/domain/unit-workbook";

export type FoundCell = { text: string; formula: string };

export type FoundSheet = {
  name: string;
  isHidden: boolean;
  /** By row and column, counted from 0. */
  cells: ReadonlyMap<string, FoundCell>;
  merges: readonly WorkbookMerge[];
  /** Counted from 0. */
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
};

/** A workbook as it came back: its sheets, and what lies in its package beside them. */
export type FoundWorkbook = { parts: readonly string[]; sheets: readonly FoundSheet[] };

export const WORKBOOK_PROBLEMS = [
  "macros",
  "foreign_part",
  "not_ours",
  "identity_altered",
  "other_unit",
  "other_year",
  "other_format",
  "other_section",
  "missing_sheet",
  "extra_sheet",
  "hidden_sheet",
  "hidden_row",
  "hidden_column",
  "moved",
  "altered",
  "locked",
  "sum_overwritten",
  "outside",
  "merged",
  "unmerged",
  "formula",
  "text",
] as const;

/** What is wrong with a workbook, with sheet and cell; the other two say more of it where there is more. */
export type WorkbookProblem = {
  code: (typeof WORKBOOK_PROBLEMS)[number];
  sheet: string;
  cell: string;
  expected: string;
  found: string;
};

/** A cell that was filled in or emptied in the workbook, with what stood there when the workbook was written. */
export type WorkbookChange = { cellKey: CellKey; base: string | null; value: string | null };

export type CheckedWorkbook =
  | { ok: true; changes: WorkbookChange[] }
  | { ok: false; problems: WorkbookProblem[]; more: number };

/** Why a file could not be read as a workbook at all. */
export type UnreadableWorkbook = "no_workbook" | "old_or_locked" | "too_large";

/** So many problems are told at once. */
const MOST_TOLD = 20;

const MACROS = /vbaProject|macrosheets|activeX|ctrlProps/i;
const FOREIGN = /externalLinks|embeddings|connections\.xml|queryTables|customXml\/item|webExtensions|xl\/model\//i;

/**
 * Holds a workbook that came back against the one that would be written now. Everything but the inputs has to be as it
 * was: whose it is, every label, every sum, every sheet. One thing that is not, and nothing of it is taken.
 */
export function checkWorkbook(
  content: WorkbookContent,
  plan: WorkbookPlan,
  found: FoundWorkbook,
  hash: (value: unknown) => string,
): CheckedWorkbook {
  const parts = found.parts.flatMap((part): WorkbookProblem[] => {
    if (MACROS.test(part)) return [problem("macros", "", part)];
    return FOREIGN.test(part) ? [problem("foreign_part", "", part)] : [];
  });
  if (parts.length > 0) return refused(parts);

  const identity = readIdentity(found, hash);
  if (!identity.ok) return refused([identity.problem]);
  const strange = compareIdentity(content, identity.rows);
  if (strange) return refused([strange]);

  const sheets = checkSheets(plan, found);
  const sheet = found.sheets.find(({ name }) => name === plan.sheetName);
  if (!sheet) return refused(sheets);
  const problems = [...sheets, ...checkSheet(plan, sheet)];
  if (problems.length > 0) return refused(problems);
  return { ok: true, changes: listChanges(plan, sheet, identity.rows) };
}

function refused(problems: readonly WorkbookProblem[]): CheckedWorkbook {
  return { ok: false, problems: problems.slice(0, MOST_TOLD), more: Math.max(0, problems.length - MOST_TOLD) };
}

function problem(
  code: WorkbookProblem["code"],
  sheet: string,
  cell: string,
  expected = "",
  found = "",
): WorkbookProblem {
  return { code, sheet, cell, expected, found };
}

type IdentityRows = ReadonlyMap<string, string>;

function readIdentity(
  { sheets }: FoundWorkbook,
  hash: (value: unknown) => string,
): { ok: true; rows: IdentityRows } | { ok: false; problem: WorkbookProblem } {
  const sheet = sheets.find(({ name }) => name === IDENTITY_SHEET);
  const rows: [string, string][] = [];
  for (let row = 0; ; row += 1) {
    const key = sheet?.cells.get(placeKey(row, 0))?.text ?? "";
    if (key === "") break;
    rows.push([key, sheet?.cells.get(placeKey(row, 1))?.text ?? ""]);
  }
  const [schema] = rows;
  if (!sheet || schema?.[0] !== "schema" || schema[1] !== WORKBOOK_SCHEMA) {
    return { ok: false, problem: problem("not_ours", sheets[0]?.name ?? "", "A1") };
  }
  const [last] = rows.slice(-1);
  const isWhole = last?.[0] === "hash" && last[1] === hash(rows.slice(0, -1));
  if (!isWhole) return { ok: false, problem: problem("identity_altered", IDENTITY_SHEET, `A1:B${rows.length}`) };
  return { ok: true, rows: new Map(rows) };
}

/** Whose workbook it is, the first difference alone: what follows from it need not be told. */
function compareIdentity({ identity, format }: WorkbookContent, rows: IdentityRows): WorkbookProblem | null {
  const at = (key: string): string => rows.get(key) ?? "";
  const place = (key: string): string => `B${[...rows.keys()].indexOf(key) + 1}`;
  if (at("unitId") !== identity.unitId)
    return problem("other_unit", IDENTITY_SHEET, place("unit"), identity.unit, at("unit"));
  if (at("year") !== String(identity.year))
    return problem("other_year", IDENTITY_SHEET, place("year"), String(identity.year), at("year"));
  if (at("formatId") !== identity.formatId || at("formatHash") !== identity.formatHash)
    return problem("other_format", IDENTITY_SHEET, place("formatId"), format.name, at("formatId"));
  if (at("sectionId") !== identity.sectionId)
    return problem("other_section", IDENTITY_SHEET, place("sectionId"), identity.sectionId, at("sectionId"));
  return null;
}

function checkSheets(plan: WorkbookPlan, { sheets }: FoundWorkbook): WorkbookProblem[] {
  const isThere = sheets.some(({ name }) => name === plan.sheetName);
  const missing = isThere ? [] : [problem("missing_sheet", plan.sheetName, "A1")];
  return [
    ...missing,
    ...sheets.flatMap(({ name, isHidden }): WorkbookProblem[] => {
      if (name === IDENTITY_SHEET) return [];
      if (isHidden) return [problem("hidden_sheet", name, "A1")];
      return name === plan.sheetName ? [] : [problem("extra_sheet", name, "A1")];
    }),
  ];
}

function checkSheet(plan: WorkbookPlan, sheet: FoundSheet): WorkbookProblem[] {
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
    named.every((cells) => cells !== null) && summed.length === wanted.size && summed.every((key) => wanted.has(key))
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

/** What the workbook changes: inputs that hold another value than when it was written. */
function listChanges(plan: WorkbookPlan, sheet: FoundSheet, rows: IdentityRows): WorkbookChange[] {
  return [...plan.cells].flatMap(([key, cell]): WorkbookChange[] => {
    if (cell.kind !== "input" || !rows.has(cell.cellKey)) return [];
    const base = rows.get(cell.cellKey) || null;
    const value = typedFigure(sheet.cells.get(key)?.text ?? "");
    return value === base ? [] : [{ cellKey: cell.cellKey, base, value }];
  });
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
