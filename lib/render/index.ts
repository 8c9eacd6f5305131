import type { PrintedReport } from "@/lib/domain/report-document";
import { renderCsv } from "@/lib/render/csv";
import { renderDocx } from "@/lib/render/docx";
import { renderHtml } from "@/lib/render/html";
import { renderJson } from "@/lib/render/json";
import { renderPdf } from "@/lib/render/pdf";
import { dayOf, markOf } from "@/lib/render/print-format";
import type { OnPart, RenderFormat, RenderOptions } from "@/lib/render/render-format";
import { sanitizeDocument, sanitizeText } from "@/lib/render/sanitize-text";
import { timed } from "@/lib/render/timed";
import { WORDS } from "@/lib/render/words";
import { renderXlsx } from "@/lib/render/xlsx";
import { renderXml } from "@/lib/render/xml";
import { renderZip } from "@/lib/render/zip";

export { renderHtmlBody } from "@/lib/render/html-body";

type Renderer = {
  format: RenderFormat;
  contentType: string;
  extension: string;
  write: (document: PrintedReport, options: RenderOptions, onPart: OnPart) => Uint8Array | Promise<Uint8Array>;
};

/** Every file type that a report can be downloaded as, in the order in which they are offered. */
export const RENDERERS: readonly Renderer[] = [
  { format: "pdf", contentType: "application/pdf", extension: "pdf", write: renderPdf },
  {
    format: "docx",
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    write: renderDocx,
  },
  {
    format: "xlsx",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    write: renderXlsx,
  },
  { format: "html", contentType: "text/html; charset=utf-8", extension: "html", write: renderHtml },
  { format: "csv", contentType: "text/csv; charset=utf-8", extension: "csv", write: renderCsv },
  { format: "json", contentType: "application/json; charset=utf-8", extension: "json", write: renderJson },
  { format: "xml", contentType: "application/xml; charset=utf-8", extension: "xml", write: renderXml },
  { format: "zip", contentType: "application/zip", extension: "zip", write: renderAll },
];

/** Everything in one archive; the PDF is in it twice, for readers and for the archive. */
async function renderAll(document: PrintedReport, options: RenderOptions, onPart: OnPart): Promise<Uint8Array> {
  const single = RENDERERS.filter((renderer) => renderer.format !== "zip");
  const archived = fileNameOf(document, "pdf", { archive: true });
  const parts = [
    ...single.map(({ format, write }) => ({
      name: fileNameOf(document, format),
      write: () => write(document, options, onPart),
    })),
    // PDF/A needs a date; a document without one has no archive copy.
    ...(dayOf(document) === null
      ? []
      : [{ name: archived, write: () => renderPdf(document, { ...options, archive: true }) }]),
  ];
  return await renderZip(document, parts, onPart);
}

/** The writer of a file type by its name in addresses ("pdf"); null for one that is not written. */
export function getRenderer(format: string): Renderer | null {
  return RENDERERS.find((renderer) => renderer.format === format) ?? null;
}

/**
 * Writes a report as a file. Characters that cannot be printed are made visible first, for every file type alike; the
 * same document gives the same bytes.
 */
export async function renderReport(
  document: PrintedReport,
  format: RenderFormat,
  options: RenderOptions = {},
  onPart: OnPart = () => undefined,
): Promise<Uint8Array> {
  const renderer = getRenderer(format);
  if (!renderer) throw new Error(`no writer for ${format}`);
  return await timed(format, () => renderer.write(sanitizeDocument(document), options, onPart));
}

/** "2019年…年度报告（草稿）.pdf": the title, what tells versions apart, and no character that a file name may not have. */
export function fileNameOf(document: PrintedReport, format: RenderFormat, options: RenderOptions = {}): string {
  const marks = [
    options.archive && format === "pdf" ? WORDS.archived : "",
    options.unitAnnexes ? WORDS.withAnnexes : "",
  ];
  const { state, version } = document;
  const mark = markOf(state) || (version !== null && version > 1 ? WORDS.version(version) : "");
  const name = sanitizeText(document.title)
    .replace(/[\\/:*?"<>|\s.~]+/g, "")
    .slice(0, 80);
  const extension = getRenderer(format)?.extension ?? format;
  return `${name || "report"}${mark === "" ? "" : `（${mark}）`}${marks.join("")}.${extension}`;
}
