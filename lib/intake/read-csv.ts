import { parseCsv } from "hucre/csv";
import { unguardFormula } from "@/lib/domain/csv-text";
import { type InterchangeReport, InterchangeReportSchema } from "@/lib/domain/interchange";
import { getFormat } from "@/lib/formats";
import { type Block, plainCell } from "@/lib/intake/block";

/** Our own export has a column of cell keys: its figures need no placing. Null for any other file. */
export function readOwnCsv(text: string): InterchangeReport | null {
  const [head, ...lines] = splitCsv(text);
  const columnOf = (name: string) => head?.indexOf(name) ?? -1;
  const [cell, value, year, district] = ["cell", "value", "year", "district"].map(columnOf);
  if (cell === undefined || value === undefined || year === undefined || cell < 0 || value < 0 || year < 0) return null;
  const figures = Object.fromEntries(
    lines.flatMap((line) => {
      const key = line[cell] ?? "";
      const found = line[value] ?? "";
      return key === "" || key.startsWith("indicators.") ? [] : [[key, found === "" ? null : found]];
    }),
  );
  const reportYear = Number(lines[0]?.[year]);
  if (!Number.isInteger(reportYear)) return null;
  const name = lines[0]?.[district ?? -1] ?? "";
  const [state = "", version = ""] = ["state", "version"].map((name) => lines[0]?.[columnOf(name)] ?? "");
  const format = getFormat("active.procurement.projects" in figures ? "2019" : "2021");
  const read = InterchangeReportSchema.safeParse({
    schema: "nianbao.report/1",
    title: `${name}${reportYear}年政府信息公开工作年度报告`,
    year: reportYear,
    format: format?.id ?? "2021",
    ...(name === "" ? {} : { organisation: name }),
    ...(state === "" ? {} : { state }),
    ...(version === "" ? {} : { version: Number(version) }),
    figures,
  });
  return read.success ? read.data : null;
}

/**
 * Reads comma-separated text as one table of plain cells, trimmed; lines without any text are left out. Refuses
 * nothing.
 */
export function readCsv(text: string): Block[] {
  return [{ kind: "table", rows: splitCsv(text).map((line) => line.map((cell) => plainCell(cell.trim()))) }];
}

/** Every field as it stands; lines without any text are left out. */
function splitCsv(text: string): string[][] {
  const rows = parseCsv(text, { delimiter: ",", skipBom: true, typeInference: false });
  return rows
    .map((row) => row.map((field) => unguardFormula(field === null ? "" : String(field))))
    .filter((row) => row.some((field) => field !== ""));
}
