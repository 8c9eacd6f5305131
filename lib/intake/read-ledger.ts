import { parseCsv } from "hucre/csv";
import { unguardFormula } from "@/lib/domain/csv-text";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import type { LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { reduceLedger } from "@/lib/domain/ledger/reduce-ledger";
import { onOneLine } from "@/lib/domain/on-one-line";
import { REPORT_FILE_MAX_BYTES } from "@/lib/domain/report-file";
import type { SheetRows } from "@/lib/domain/staff-table/find-staff-tables";
import { decodeText } from "@/lib/intake/decode-text";
import { type IntakeProblem, Unreadable } from "@/lib/intake/intake-problem";
import { readXlsxRows } from "@/lib/intake/xlsx-rows";
import { listZip } from "@/lib/intake/zip";

export type LedgerProblem = IntakeProblem | "no_ledger" | "no_rows" | "too_many_rows";
export type LedgerRead = { ok: true; reading: LedgerReading } | { ok: false; problem: LedgerProblem };
export type LedgerOptions = { outcomes: readonly string[]; remembered: readonly string[] };

/**
 * Reads a ledger of requests from a workbook or a file of separated values. Who asked, and what for, is dropped here: only
 * columns of days, of few words and of ticks go on.
 */
export function readLedger(bytes: Uint8Array, options: LedgerOptions): LedgerRead {
  try {
    return reduceLedger(sheetsOf(bytes), options);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function sheetsOf(bytes: Uint8Array): SheetRows[] {
  if (bytes.length > REPORT_FILE_MAX_BYTES) throw new Unreadable("too_large");
  if (bytes.length === 0) throw new Unreadable("empty");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (!listZip(bytes).includes("xl/workbook.xml")) throw new Unreadable("unknown_type");
    return readXlsxRows(bytes);
  }
  // An office document of the old kind, or a new one under a password, which is wrapped up like one.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable("old_office");
  const text = decodeText(bytes);
  if (text.trim() === "") throw new Unreadable("empty");
  if (!isWithoutNul(text)) throw new Unreadable("unknown_type");
  const rows = parseCsv(text, { delimiter: delimiterOf(text), skipBom: true, typeInference: false });
  return [{ name: "", rows: rows.map((row) => row.map((field) => (field === null ? "" : cellText(String(field))))) }];
}

function cellText(text: string): string {
  return onOneLine(unguardFormula(text));
}

/** The sign that divides most lines alike: a title above the heads has none. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 40).filter((line) => line.trim() !== "");
  const counts = [",", "\t", ";", "，", "|"].map((sign) => ({
    sign,
    count: lines.filter((line) => line.split(sign).length > 2).length,
  }));
  return counts.toSorted((left, right) => right.count - left.count)[0]?.sign ?? ",";
}
