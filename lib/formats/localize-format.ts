import type { Format } from "@/lib/domain/format";
import { englishLabel } from "@/lib/formats/english-labels";

/** The same with its form in the reader's language. What is checked and what is printed keep to the official labels. */
export function inLanguage<Of extends { format: Format }>(of: Of, locale: "zh-CN" | "en"): Of {
  return { ...of, format: localizeFormat(of.format, locale) };
}

/**
 * The form with its labels in the reader's language, for drawing it. Keys, rules and sums are the same; checks and
 * documents keep to the official labels. It is done on the server, so that the dictionary stays there.
 */
export function localizeFormat(format: Format, locale: "zh-CN" | "en"): Format {
  if (locale === "zh-CN") return format;
  return {
    ...format,
    sections: format.sections.map((section, index) => ({
      ...section,
      number: String(index + 1),
      title: englishLabel(section.title),
      tables: section.tables.map((table) => ({
        ...table,
        caption: table.caption === null ? null : englishLabel(table.caption),
        corner: table.corner === "" ? "" : englishLabel(table.corner),
        columns: table.columns.map((column) => ({
          ...column,
          label: englishLabel(column.label),
          above: column.above.map(englishLabel),
        })),
        rows: table.rows.map((row) => ({
          ...row,
          label: englishLabel(row.label),
          left: row.left.map(englishLabel),
        })),
        cells: table.cells.map((cell) => ({ ...cell, unit: englishLabel(cell.unit) })),
      })),
    })),
  };
}
