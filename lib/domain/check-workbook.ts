import { checkSheet } from "@/lib/domain/check-workbook-sheet";
import { typedFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import {
  IDENTITY_SHEET,
  placeKey,
  WORKBOOK_SCHEMA,
  type WorkbookContent,
  type WorkbookPlan,
} from "@/lib/domain/unit-workbook";
import { type FoundSheet, type FoundWorkbook, problem, type WorkbookProblem } from "@/lib/domain/workbook-problem";

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

/** What the workbook changes: inputs that hold another value than when it was written. */
function listChanges(plan: WorkbookPlan, sheet: FoundSheet, rows: IdentityRows): WorkbookChange[] {
  return [...plan.cells].flatMap(([key, cell]): WorkbookChange[] => {
    if (cell.kind !== "input" || !rows.has(cell.cellKey)) return [];
    const base = rows.get(cell.cellKey) || null;
    const value = typedFigure(sheet.cells.get(key)?.text ?? "");
    return value === base ? [] : [{ cellKey: cell.cellKey, base, value }];
  });
}
