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
      const found = (line[value] ?? "").replace(/^'(?=[=+\-@])/, "");
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

export function readCsv(text: string): Block[] {
  return [{ kind: "table", rows: splitCsv(text).map((line) => line.map((cell) => plainCell(cell.trim()))) }];
}

function splitCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let isQuoted = false;
  const body = text.replace(/^\ufeff/, "");
  for (let index = 0; index <= body.length; index += 1) {
    const character = body[index];
    if (isQuoted && character !== undefined) {
      if (character !== '"') cell += character;
      else if (body[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === "") isQuoted = true;
    else if (character === "," || character === "\n" || character === undefined) {
      line.push(cell.replace(/\r$/, ""));
      cell = "";
      if (character !== ",") {
        if (line.some((part) => part !== "")) lines.push(line);
        line = [];
      }
    } else cell += character;
  }
  return lines;
}
