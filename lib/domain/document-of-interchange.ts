import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { splitParagraphs } from "@/lib/domain/narrative";
import type { ReportDocument, ReportHeading, ReportSection } from "@/lib/domain/report-document";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";

/**
 * A read report as a document, so that the same writers draw what was published elsewhere. It has no units and no
 * provenance, because a published report does not tell them; `date` is when it was published, or else when it was made
 * into a document.
 */
export function documentOfInterchange(
  report: InterchangeReport,
  format: Format,
  options: { date: string; previous?: InterchangeReport | null },
): ReportDocument {
  const organisation = nameOrganisation(report);
  return {
    schema: "nianbao.document/1",
    title: report.title,
    district: organisation,
    office: "",
    year: report.year,
    format,
    state: "published",
    version: 1,
    date: options.date,
    publishedOn: null,
    verificationCode: null,
    contact: null,
    preface: (report.preface ?? []).map((text) => [{ kind: "text", text }]),
    sections: format.sections.map((section): ReportSection => {
      const headings = section.kind === "narrative" ? headingsOf(report, section.id) : [];
      return { id: section.id, number: section.number, title: section.title, kind: section.kind, headings };
    }),
    figures: Object.fromEntries(
      format.sections.flatMap((section) =>
        section.tables.flatMap((table) =>
          table.cells.map((cell): [string, string | null] => [cell.key, report.figures[cell.key] ?? null]),
        ),
      ),
    ),
    indicators: [],
    units: [],
    adjustments: [],
    provenance: {},
    previousFigures: options.previous?.figures ?? null,
    notes: [],
    gaps: [],
    erratum: null,
  };
}

/** A section's opening text stands under a heading without title; the outline's headings follow in their order. */
function headingsOf(report: InterchangeReport, sectionId: string): ReportHeading[] {
  const narrative = report.narrative ?? {};
  const opening = narrative[sectionId];
  const first: ReportHeading[] = opening
    ? [{ key: sectionId, level: 0, number: "", title: "", paragraphs: paragraphsOf(opening) }]
    : [];
  const headings = (report.outline ?? [])
    .filter((heading) => heading.section === sectionId && heading.key !== sectionId)
    .map(({ key, level, number, title }): ReportHeading => {
      const clamped = Math.min(Math.max(level, 0), 4);
      return { key, level: clamped, number, title, paragraphs: paragraphsOf(narrative[key] ?? "") };
    });
  return [...first, ...headings];
}

function paragraphsOf(text: string): ReportHeading["paragraphs"] {
  return splitParagraphs(text).map((paragraph) => [{ kind: "text", text: paragraph }]);
}
