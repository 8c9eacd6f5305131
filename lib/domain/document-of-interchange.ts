import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { splitParagraphs } from "@/lib/domain/narrative";
import { PREFACE } from "@/lib/domain/published-report";
import type { PrintedReport, ReportHeading, ReportSection, Segment } from "@/lib/domain/report-document";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";

/**
 * A read report as a document, so that the same writers draw what was published elsewhere. A report of the product is
 * the same document again, with its record; of any other file state, version and dates are null, because a published
 * report does not tell them and none is invented.
 */
export function documentOfInterchange(
  report: InterchangeReport,
  format: Format,
  options: { previous?: InterchangeReport | null } = {},
): PrintedReport {
  return {
    schema: "nianbao.document/1",
    title: report.title,
    district: nameOrganisation(report),
    office: report.office ?? "",
    year: report.year,
    format,
    ...standingOf(report),
    contact: report.contact ?? null,
    preface: (report.preface ?? []).map((text, index) => segmentsOf(report, PREFACE, text, index)),
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
    indicators: report.indicators ?? [],
    units: report.units ?? [],
    adjustments: report.adjustments ?? [],
    provenance: report.provenance ?? {},
    previousFigures: options.previous?.figures ?? report.previous_figures ?? null,
    notes: report.notes ?? [],
    ...(report.checks ? { checks: report.checks } : {}),
    gaps: report.gaps ?? [],
    erratum: report.erratum ?? null,
  };
}

type Standing = Pick<PrintedReport, "state" | "version" | "date" | "publishedOn" | "verificationCode">;

const UNKNOWN: Standing = { state: null, version: null, date: null, publishedOn: null, verificationCode: null };

/**
 * A draft stays one whatever else is missing. A file calls itself final or published only with all that such a report
 * carries: version, dates and code.
 */
function standingOf(report: InterchangeReport): Standing {
  const { state, version = null, date = null, published_on = null, verification_code = null } = report;
  const standing = { state: state ?? null, version, date, publishedOn: published_on };
  if (state === "draft") return { ...standing, publishedOn: null, verificationCode: null };
  const isWhole = version !== null && date !== null && verification_code !== null;
  const isFinal = state === "final" && isWhole;
  const isPublished = state === "published" && isWhole && published_on !== null;
  return isFinal || isPublished ? { ...standing, verificationCode: verification_code } : UNKNOWN;
}

/** A section's opening text stands under a heading without title; the outline's headings follow in their order. */
function headingsOf(report: InterchangeReport, sectionId: string): ReportHeading[] {
  const narrative = report.narrative ?? {};
  const outline = (report.outline ?? []).filter((heading) => heading.section === sectionId);
  const opening = narrative[sectionId];
  const isListed = outline.some((heading) => heading.key === sectionId);
  const first: ReportHeading[] =
    opening !== undefined && !isListed
      ? [{ key: sectionId, level: 0, number: "", title: "", paragraphs: paragraphsOf(report, sectionId) }]
      : [];
  const headings = outline.map(({ key, level, number, title }): ReportHeading => {
    const clamped = Math.min(Math.max(level, 0), 4);
    return { key, level: clamped, number, title, paragraphs: paragraphsOf(report, key) };
  });
  return [...first, ...headings];
}

function paragraphsOf(report: InterchangeReport, key: string): ReportHeading["paragraphs"] {
  return splitParagraphs(report.narrative?.[key] ?? "").map((text, index) => segmentsOf(report, key, text, index));
}

/** The text with the figures that the record binds to cells; a figure that does not stand where it should is text. */
function segmentsOf(report: InterchangeReport, place: string, text: string, paragraph: number): Segment[] {
  const quoted = (report.quoted ?? []).filter((figure) => figure.place === place && figure.paragraph === paragraph);
  const segments: Segment[] = [];
  let end = 0;
  for (const { cell, value, at } of quoted) {
    if (at === undefined || at < end || text.slice(at, at + value.length) !== value) continue;
    if (at > end) segments.push({ kind: "text", text: text.slice(end, at) });
    segments.push({ kind: "figure", cellKey: cell, value });
    end = at + value.length;
  }
  if (end < text.length) segments.push({ kind: "text", text: text.slice(end) });
  return segments;
}
