import { writeCsv as write } from "hucre/csv";
import { guardFormula } from "@/lib/domain/csv-text";
import type { PrintedReport } from "@/lib/domain/report-document";
import { englishLabel, labelsOfCell } from "@/lib/formats/english-labels";

const COLUMNS = [
  "district",
  "year",
  "state",
  "version",
  "cell",
  "section",
  "section_en",
  "table",
  "table_en",
  "row",
  "row_en",
  "column",
  "column_en",
  "unit",
  "unit_en",
  "value",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** One line a figure: its key, what it is in both languages, its unit and value. A blank cell has an empty value. */
export function renderCsv(document: PrintedReport): Uint8Array {
  return writeCsv([COLUMNS, ...listRows(document).map((row) => COLUMNS.map((column) => row[column]))]);
}

/** Lines of fields as spreadsheet programs read them; the mark at the start makes them read the Chinese as UTF-8. */
export function writeCsv(lines: readonly (readonly string[])[]): Uint8Array {
  const text = write(
    lines.map((fields) => fields.map(guardFormula)),
    { lineSeparator: "\r\n" },
  );
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function listRows(document: PrintedReport): Row[] {
  const report = {
    district: document.district,
    year: String(document.year),
    state: document.state ?? "",
    version: document.version === null ? "" : String(document.version),
  };
  const cells = document.format.sections.flatMap((section) =>
    section.tables.flatMap((table) =>
      table.cells.map((cell): Row => {
        const labels = labelsOfCell(section, table, cell);
        return {
          ...report,
          cell: cell.key,
          section: labels.section,
          section_en: englishLabel(labels.section),
          table: labels.table,
          table_en: englishLabel(labels.table),
          row: labels.row.join(" / "),
          row_en: labels.row.map(englishLabel).join(" / "),
          column: labels.column.join(" / "),
          column_en: labels.column.map(englishLabel).join(" / "),
          unit: cell.unit,
          unit_en: englishLabel(cell.unit),
          value: document.figures[cell.key] ?? "",
        };
      }),
    ),
  );
  const indicators = document.indicators.flatMap(valuesOf).map(
    (indicator): Row => ({
      ...report,
      cell: `indicators.${indicator.key}`,
      section: "统计指标",
      section_en: "Indicators",
      table: indicator.owner,
      table_en: indicator.owner,
      row: indicator.label,
      row_en: indicator.label,
      column: "",
      column_en: "",
      unit: indicator.unit,
      unit_en: englishLabel(indicator.unit),
      value: indicator.value ?? "",
    }),
  );
  return [...cells, ...indicators];
}

/** An indicator that is not rolled up stands there once for each unit, with that unit's value. */
function valuesOf(indicator: PrintedReport["indicators"][number]) {
  if (indicator.rollsUp !== "none") return [indicator];
  return (indicator.parts ?? []).map(({ unit, value }) => ({ ...indicator, owner: unit, value }));
}
