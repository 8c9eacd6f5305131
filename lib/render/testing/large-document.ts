import type { Contribution, ReportDocument } from "@/lib/domain/report-document";

/** A report of a city with many units, whose annexes make about a page a unit. */
export function withManyUnits(document: ReportDocument, count: number): ReportDocument {
  const names = Array.from({ length: count }, (_, index) => `第${index + 1}街道办事处`);
  const typed = document.format.sections.flatMap((section) =>
    section.tables.flatMap((table) => table.cells.filter((cell) => !cell.sumOf)),
  );
  const of = (unit: string): Contribution => ({
    unit,
    value: "3",
    version: 1,
    submittedBy: "李强",
    submittedAt: "2020-01-14T08:30:00.000Z",
    approvedBy: "王芳",
    approvedAt: "2020-01-16T02:05:00.000Z",
  });
  return {
    ...document,
    units: names.map((name, index) => ({ name, isOffice: index === 0, status: "included", reason: null })),
    provenance: Object.fromEntries(typed.slice(0, 24).map((cell) => [cell.key, names.map(of)])),
  };
}
