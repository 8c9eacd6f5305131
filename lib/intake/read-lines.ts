import { parseCsv } from "hucre/csv";
import { unguardFormula } from "@/lib/domain/csv-text";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import { onOneLine } from "@/lib/domain/on-one-line";
import { REPORT_FILE_MAX_BYTES } from "@/lib/domain/report-file";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";
import { decodeText } from "@/lib/intake/decode-text";
import { type IntakeProblem, Unreadable } from "@/lib/intake/intake-problem";
import { readXlsxLines } from "@/lib/intake/read-xlsx";
import { listZip } from "@/lib/intake/zip";

export type ReadLines = { ok: true; sheets: SheetRows[] } | { ok: false; problem: IntakeProblem };

/**
 * Reads a list from a workbook, a file of separated values, or cells copied out of a spreadsheet program, cell by cell and
 * line by line as they stand. What it means is for others to say.
 */
export function readLines(bytes: Uint8Array): ReadLines {
  try {
    return { ok: true, sheets: sheetsOf(bytes) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function sheetsOf(bytes: Uint8Array): SheetRows[] {
  const sheets = sheetsAsTheyAre(bytes);
  // No text of an office holds the character that the database does not take.
  if (sheets.some(({ rows }) => !isWithoutNul(rows))) throw new Unreadable("unknown_type");
  return sheets;
}

function sheetsAsTheyAre(bytes: Uint8Array): SheetRows[] {
  if (bytes.length > REPORT_FILE_MAX_BYTES) throw new Unreadable("too_large");
  if (bytes.length === 0) throw new Unreadable("empty");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (!listZip(bytes).includes("xl/workbook.xml")) throw new Unreadable("unknown_type");
    return readXlsxLines(bytes).map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellText)) }));
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable("old_office");
  const text = decodeText(bytes);
  if (text.trim() === "") throw new Unreadable("empty");
  return [{ name: "", rows: splitLines(text) }];
}

/** In a workbook "_x0041_" stands for the sign of that number, so that any text can be written. */
function cellText(text: string): string {
  return onOneLine(
    text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))),
  );
}

function splitLines(text: string): string[][] {
  const rows = parseCsv(text, { delimiter: delimiterOf(text), skipBom: true, typeInference: false });
  return rows.map((row) => row.map((field) => onOneLine(unguardFormula(field === null ? "" : String(field)))));
}

/** What is copied out of a program is divided by tabs; a file by commas, or by semicolons where a comma is decimal. */
function delimiterOf(text: string): string {
  const [head = ""] = text.trimStart().split(/\r?\n/, 1);
  if (head.includes("\t")) return "\t";
  return head.includes(";") && !head.includes(",") ? ";" : ",";
}
