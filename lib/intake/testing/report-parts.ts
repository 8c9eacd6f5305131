import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { plainCell, type Row } from "@/lib/intake/block";
import { headRows } from "@/lib/intake/testing/damaged-tables";

/** A report as lines of text and the tables of its form, with its figures as they were published. */
export function partsOf(report: Pick<InterchangeReport, "title" | "figures">, format: Format): (string | Row[])[] {
  return [
    report.title,
    ...format.sections.flatMap((section) => [
      `${section.number}、${section.title}`,
      ...section.tables.map((table) => [
        ...headRows(table),
        ...table.rows.map((row, at): Row => {
          const cells = table.cells.slice(at * table.columns.length, (at + 1) * table.columns.length);
          const figures = cells.map(({ key }) => plainCell(report.figures[key] ?? ""));
          return row.label === "" ? figures : [plainCell(row.label), ...figures];
        }),
      ]),
      ...(section.kind === "narrative" ? ["无。"] : []),
    ]),
  ];
}
