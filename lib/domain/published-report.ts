import type { z } from "zod";
import type { Format } from "@/lib/domain/format";
import { InterchangeReportSchema, RECORD_SHAPE } from "@/lib/domain/interchange";
import { printSegments } from "@/lib/domain/narrative";
import type { PrintedReport, Segment } from "@/lib/domain/report-document";

/**
 * The interchange form of a report of the product, with its record: who stands behind which figure, and what is
 * missing. Readers of `nianbao.report/1` may leave the record aside.
 */
export const PublishedReportSchema = InterchangeReportSchema.extend(RECORD_SHAPE);

export type PublishedReport = z.infer<typeof PublishedReportSchema>;

/** The place of a figure that the preface quotes. */
export const PREFACE = "preface";

/** A report in the interchange form, from which `documentOfInterchange` makes the same text and tables again. */
export function interchangeOfDocument(document: PrintedReport): PublishedReport {
  const headings = document.sections.flatMap((section) =>
    section.headings.map((heading) => ({ section: section.id, heading })),
  );
  return {
    schema: "nianbao.report/1",
    title: document.title,
    year: document.year,
    format: document.format.id,
    organisation: document.district,
    preface: document.preface.map(printSegments),
    figures: figuresOf(document.format, document.figures),
    narrative: Object.fromEntries(
      headings.map(({ heading }) => [heading.key, heading.paragraphs.map(printSegments).join("\n")]),
    ),
    outline: headings.map(({ section, heading: { key, level, number, title } }) => ({
      key,
      section,
      level,
      number,
      title,
    })),
    office: document.office,
    state: document.state,
    version: document.version,
    date: document.date,
    published_on: document.publishedOn,
    verification_code: document.verificationCode,
    contact: document.contact,
    quoted: quotedOf(document),
    indicators: document.indicators,
    units: document.units,
    adjustments: document.adjustments.map(({ cellKey, amount, reason }) => ({ cellKey, amount, reason })),
    provenance: document.provenance,
    previous_figures: document.previousFigures,
    notes: document.notes,
    ...(document.checks ? { checks: document.checks } : {}),
    gaps: document.gaps,
    erratum: document.erratum,
  };
}

/** Every cell of the form in the order of printing. */
function figuresOf(format: Format, figures: PrintedReport["figures"]): Record<string, string | null> {
  return Object.fromEntries(
    format.sections.flatMap((section) =>
      section.tables.flatMap((table) => table.cells.map((cell) => [cell.key, figures[cell.key] ?? null])),
    ),
  );
}

function quotedOf(document: PrintedReport): PublishedReport["quoted"] {
  const places: { place: string; paragraphs: readonly (readonly Segment[])[] }[] = [
    { place: PREFACE, paragraphs: document.preface },
    ...document.sections.flatMap((section) =>
      section.headings.map((heading) => ({ place: heading.key, paragraphs: heading.paragraphs })),
    ),
  ];
  return places.flatMap(({ place, paragraphs }) =>
    paragraphs.flatMap((segments, paragraph) => {
      let at = 0;
      return segments.flatMap((segment) => {
        const start = at;
        at += printSegments([segment]).length;
        if (segment.kind === "text") return [];
        return [{ place, cell: segment.cellKey, value: segment.value, paragraph, at: start }];
      });
    }),
  );
}
