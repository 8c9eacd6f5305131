import { nameCell } from "@/lib/domain/check/subject-cells";
import type { CellKey, Format } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import type { ReportDocument } from "@/lib/domain/report-document";

/** One figure of a published report, as open data tells it. */
export type OpenFigure = { cellKey: CellKey; label: string; value: string | null };

/** Every figure of a form in its order; a cell that the report does not have is blank. */
export function listOpenFigures(format: Format, figures: Readonly<Record<string, string | null>>): OpenFigure[] {
  return listCells(format).map(({ key }) => ({
    cellKey: key,
    label: nameCell(format, key),
    value: figures[key] ?? null,
  }));
}

type Addresses = { page: string; downloads: readonly { mediaType: string; url: string }[] };

/**
 * A published report for programs, in the words of schema.org: the report, and its figures as the variables of a data
 * set, each with its cell key. A blank figure has no value, so that it is not taken for zero.
 */
export function describeForPrograms(document: ReportDocument, { page, downloads }: Addresses): unknown {
  const publisher = { "@type": "GovernmentOrganization", name: document.office || document.district };
  const place = { "@type": "AdministrativeArea", name: document.district };
  const shared = {
    inLanguage: "zh-CN",
    temporalCoverage: `${document.year}-01-01/${document.year}-12-31`,
    spatialCoverage: place,
    publisher,
    version: document.version,
    ...(document.publishedOn ? { datePublished: document.publishedOn } : {}),
    ...(document.verificationCode ? { identifier: document.verificationCode } : {}),
  };
  return {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "Report", "@id": page, url: page, name: document.title, ...shared },
      {
        "@type": "Dataset",
        "@id": `${page}#figures`,
        name: `${document.title}（数据）`,
        description: document.format.document,
        isBasedOn: page,
        ...shared,
        distribution: downloads.map(({ mediaType, url }) => ({
          "@type": "DataDownload",
          encodingFormat: mediaType,
          contentUrl: url,
        })),
        variableMeasured: listOpenFigures(document.format, document.figures).map(({ cellKey, label, value }) => ({
          "@type": "PropertyValue",
          propertyID: cellKey,
          name: label,
          ...(value === null ? {} : { value }),
        })),
      },
    ],
  };
}

/** JSON that may stand inside a script element: no text in it can end the element. */
export function jsonForPage(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
