import { z } from "zod";
import { listOpenFigures } from "@/lib/domain/open-data";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { fileNameOf, getRenderer } from "@/lib/render";
import { RENDER_FORMATS } from "@/lib/render/render-format";
import { loadPublicReportPage } from "@/lib/services/load-open-data";
import { loadPublicDownload } from "@/lib/services/load-public-download";
import { loadPublicReport } from "@/lib/services/load-public-reports";
import { writeReportFile } from "@/lib/services/write-report-file";
import { BadCursor } from "@/lib/web/api/bad-cursor";
import { type ApiFile, FILE, openOperation } from "@/lib/web/api/operation";
import { LARGEST_PAGE, paging, readCursor, uuid, writeCursor } from "@/lib/web/api/parts";
import { PublicFiguresSchema, PublicReportsSchema, PublicReportTextSchema } from "@/lib/web/api/schemas/public";
import { routes } from "@/lib/web/routes";

const PlaceSchema = z.object({ year: z.int(), districtName: z.string(), version: z.int(), id: uuid });
const year = z
  .string()
  .regex(/^(?:19|20)\d{2}$/)
  .transform(Number);
const report = z.object({ reportId: uuid });

/** What is published, for anybody. */
export const PUBLIC_OPERATIONS = [
  openOperation(
    {
      id: "listPublicReports",
      method: "GET",
      path: "/reports",
      tag: "public",
      query: z.strictObject({
        ...paging,
        year: year.optional(),
        district: z.string().min(1).max(200).optional(),
        state: z.enum(["published"]).optional(),
      }),
      output: PublicReportsSchema,
    },
    async ({ db, origin, query: { cursor, limit = LARGEST_PAGE, ...wanted }, now }) => {
      const after = cursor === undefined ? null : readCursor(cursor, PlaceSchema);
      if (cursor !== undefined && after === null) throw new BadCursor();
      const { district, ...filter } = wanted;
      const found = await loadPublicReportPage(db, { ...filter, districtName: district, after, limit: limit + 1 }, now);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map((entry) => entryOf(entry, origin)),
        next: last && found.length > limit ? writeCursor(PlaceSchema.parse(last)) : null,
      };
    },
  ),
  openOperation(
    {
      id: "getPublicReport",
      method: "GET",
      path: "/reports/{reportId}",
      tag: "public",
      params: report,
      output: PublicReportTextSchema,
    },
    async ({ db, origin, params, now }) => {
      const found = await loadPublicReport(db, params, now);
      if (!found) return null;
      const { entry, document, successor } = found;
      return {
        ...entryOf(entry, origin),
        successorId: successor?.id ?? null,
        office: document.office,
        format: document.format.id,
        preface: document.preface.map(textOf),
        sections: document.sections.map((section) => ({
          ...section,
          headings: section.headings.map((heading) => ({ ...heading, paragraphs: heading.paragraphs.map(textOf) })),
        })),
      };
    },
  ),
  openOperation(
    {
      id: "getPublicFigures",
      method: "GET",
      path: "/reports/{reportId}/figures",
      tag: "public",
      params: report,
      output: PublicFiguresSchema,
    },
    async ({ db, params, now }) => {
      const found = await loadPublicReport(db, params, now);
      if (!found) return null;
      const { format, figures, year: ofYear } = found.document;
      return { ...params, year: ofYear, format: format.id, figures: listOpenFigures(format, figures) };
    },
  ),
  openOperation(
    {
      id: "getPublicFile",
      method: "GET",
      path: "/reports/{reportId}/files/{format}",
      tag: "public",
      params: report.extend({ format: z.enum(RENDER_FORMATS) }),
      output: FILE,
    },
    async ({ db, params: { reportId, format }, now }): Promise<ApiFile | null> => {
      const renderer = getRenderer(format);
      const found = renderer && (await loadPublicDownload(db, { reportId, format, isArchive: false }, now));
      if (!renderer || !found) return null;
      const { document, documentHash, choices, letterhead, kept } = found;
      return {
        tag: `${documentHash}-${format}`,
        name: fileNameOf(document, format, choices),
        ...renderer,
        write: async () => kept ?? (await writeReportFile(document, format, { choices, letterhead })),
      };
    },
  ),
];

function entryOf(entry: ReportEntry, origin: string) {
  const { districtName: district, documentHash: sha256, ...rest } = entry;
  return { ...rest, district, sha256, url: new URL(routes.publicReport(entry.id), origin).href };
}

function textOf(paragraph: ReportDocument["preface"][number]): string {
  return paragraph.map((segment) => (segment.kind === "text" ? segment.text : segment.value)).join("");
}
