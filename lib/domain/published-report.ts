import { z } from "zod";
import { CellKeySchema, type Format } from "@/lib/domain/format";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { printSegments } from "@/lib/domain/narrative";
import { type ReportDocument, ReportDocumentSchema } from "@/lib/domain/report-document";

const shape = ReportDocumentSchema.shape;

/**
 * What a report of ours says about itself beyond the interchange form: who stands behind which figure, and what is
 * missing. Readers of `nianbao.report/1` may leave it aside.
 */
export const PublishedReportSchema = InterchangeReportSchema.extend({
  office: z.string(),
  state: shape.state,
  version: shape.version,
  date: z.string(),
  published_on: z.string().nullable(),
  verification_code: z.string().nullable(),
  contact: shape.contact,
  /** Figures that the text quotes, by the cell that they are bound to. */
  quoted: z.array(z.object({ place: z.string(), cell: z.string(), value: z.string() })),
  indicators: shape.indicators,
  units: shape.units,
  adjustments: shape.adjustments,
  provenance: shape.provenance,
  previous_figures: z.record(CellKeySchema, z.string().nullable()).nullable(),
  notes: shape.notes,
  gaps: shape.gaps,
  erratum: shape.erratum,
});

export type PublishedReport = z.infer<typeof PublishedReportSchema>;

/** A report in the interchange form, from which `documentOfInterchange` makes the same text and tables again. */
export function interchangeOfDocument(document: ReportDocument): PublishedReport {
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
    adjustments: document.adjustments,
    provenance: document.provenance,
    previous_figures: document.previousFigures,
    notes: document.notes,
    gaps: document.gaps,
    erratum: document.erratum,
  };
}

/** Every cell of the form in the order of printing. */
function figuresOf(format: Format, figures: ReportDocument["figures"]): Record<string, string | null> {
  return Object.fromEntries(
    format.sections.flatMap((section) =>
      section.tables.flatMap((table) => table.cells.map((cell) => [cell.key, figures[cell.key] ?? null])),
    ),
  );
}

function quotedOf(document: ReportDocument): PublishedReport["quoted"] {
  const places = [
    ...document.preface.map((segments) => ({ place: "preface", segments })),
    ...document.sections.flatMap((section) =>
      section.headings.flatMap((heading) => heading.paragraphs.map((segments) => ({ place: heading.key, segments }))),
    ),
  ];
  return places.flatMap(({ place, segments }) =>
    segments.flatMap((segment) =>
      segment.kind === "figure" ? [{ place, cell: segment.cellKey, value: segment.value }] : [],
    ),
  );
}
