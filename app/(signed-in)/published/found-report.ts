import { randomUUID } from "node:crypto";
import type { FoundReport } from "@/components/intake/unit-report-form";
import { readFigure } from "@/lib/domain/figure";
import { type InterchangeReport, withoutRecord } from "@/lib/domain/interchange";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";

/** What was read, in the numbers that tell a reader whether it was read right. */
export function foundReportOf(report: InterchangeReport): FoundReport {
  const figures = Object.values(report.figures).map(readFigure);
  return {
    title: report.title,
    year: report.year,
    form: report.format,
    organisation: nameOrganisation(report),
    cells: figures.filter((figure) => figure.kind === "number").length,
    texts: figures.filter((figure) => figure.kind === "text").length,
    unplaced: report.unplaced ?? [],
    absent: report.missing_sections ?? [],
    payload: JSON.stringify(withoutRecord(report)),
    requestId: randomUUID(),
  };
}
