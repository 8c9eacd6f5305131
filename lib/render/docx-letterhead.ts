import { Paragraph, PatchType, patchDetector, patchDocument, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { LETTERHEAD_FIELDS, type LetterheadField } from "@/lib/domain/letterhead";
import type { PrintedReport } from "@/lib/domain/report-document";
import { addFonts } from "@/lib/render/docx-finish";
import { addMissingStyles } from "@/lib/render/docx-letterhead-styles";
import { addWatermark } from "@/lib/render/docx-letterhead-watermark";
import { TWIPS_PER_MM } from "@/lib/render/docx-styles";
import { escapeMarkup } from "@/lib/render/markup";
import { dayOf, printFullDay } from "@/lib/render/print-format";
import { breakTitle } from "@/lib/render/report-blocks";
import { PAGE_WIDTH_MM } from "@/lib/render/table-widths";
import { WORDS } from "@/lib/render/words";

const FIELD_NAMES = Object.keys(LETTERHEAD_FIELDS) as LetterheadField[];

/** Stands for a field until every field is found: a report's own text may hold braces, and is never searched. */
const markOf = (field: LetterheadField): string => `\ue000${field}\ue001`;
const MARK = /\ue000(\w+)\ue001/g;
const BODY_MARK = new RegExp(`<w:p(?: [^>]*)?>(?:(?!</w:p>)[\\s\\S])*${markOf("body")}[\\s\\S]*?</w:p>`);
const BREAK = '</w:t><w:br/><w:t xml:space="preserve">';

/** Which fields the template has a place for. */
export async function listFields(letterhead: Uint8Array): Promise<Set<LetterheadField>> {
  const found = new Set((await patchDetector({ data: letterhead })).map((name) => name.trim()));
  return new Set(FIELD_NAMES.filter((field) => found.has(LETTERHEAD_FIELDS[field])));
}

/** The room between the template's margins, never more than the official page has. */
export function bodyWidthMm(letterhead: Uint8Array): number {
  const text = partOf(unzipSync(letterhead), "word/document.xml");
  const section = text.slice(text.lastIndexOf("<w:sectPr"));
  const twips = (attribute: RegExp): number => Number(attribute.exec(section)?.[1] ?? Number.NaN);
  const page = twips(/<w:pgSz[^>]*\bw:w="(\d+)"/);
  const margins = twips(/<w:pgMar[^>]*\bw:left="(\d+)"/) + twips(/<w:pgMar[^>]*\bw:right="(\d+)"/);
  const width = (page - margins) / TWIPS_PER_MM;
  return Number.isNaN(width) ? PAGE_WIDTH_MM : Math.min(width, PAGE_WIDTH_MM);
}

/**
 * The template with the report in its places: the body that `own` holds, the styles the template does not define
 * itself, the report's properties instead of the template's, and a draft's watermark on every page.
 */
export async function fillLetterhead(
  letterhead: Uint8Array,
  document: PrintedReport,
  documentBytes: Uint8Array,
): Promise<Uint8Array> {
  const patched = await patchDocument({
    outputType: "uint8array",
    data: letterhead,
    trimPlaceholders: true,
    patches: Object.fromEntries(
      FIELD_NAMES.map((field) => [
        LETTERHEAD_FIELDS[field],
        field === "body"
          ? { type: PatchType.DOCUMENT, children: [new Paragraph({ children: [new TextRun(markOf(field))] })] }
          : { type: PatchType.PARAGRAPH, children: [new TextRun(markOf(field))] },
      ]),
    ),
  });
  const parts = unzipSync(patched);
  const source = unzipSync(documentBytes);
  const { styles, idOf } = addMissingStyles(partOf(parts, "word/styles.xml"), partOf(source, "word/styles.xml"));
  const body = bodyOf(partOf(source, "word/document.xml")).replace(
    /(<w:pStyle w:val=")([^"]+)"/g,
    (_whole, start: string, id: string) => `${start}${idOf(id)}"`,
  );
  const values = valuesOf(document);
  const put = (text: string): string =>
    text
      .replace(BODY_MARK, () => body)
      .replace(
        MARK,
        (whole, name: string) => FIELD_NAMES.flatMap((field) => (field === name ? [values[field]] : []))[0] ?? whole,
      );
  const filled = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name) ? strToU8(put(strFromU8(bytes))) : bytes,
    ]),
  );
  filled["word/styles.xml"] = strToU8(styles);
  const fonts = filled["word/fontTable.xml"];
  if (fonts) filled["word/fontTable.xml"] = strToU8(addFonts(strFromU8(fonts)));
  for (const name of ["docProps/core.xml", "docProps/custom.xml"]) {
    const properties = source[name];
    if (filled[name] && properties) filled[name] = properties;
  }
  return zipSync(document.state === "draft" ? addWatermark(filled, source) : filled);
}

function valuesOf(document: PrintedReport): Record<LetterheadField, string> {
  const day = dayOf(document);
  return {
    body: "",
    title: breakTitle(document.title).map(escapeMarkup).join(BREAK),
    office: escapeMarkup(document.office || document.district),
    date: day === null ? "" : escapeMarkup(printFullDay(day)),
    year: String(document.year),
    version: document.version === null ? "" : WORDS.version(document.version),
    code: document.verificationCode ?? (document.state === null ? WORDS.rendering : WORDS.draft),
  };
}

/** What stands in a document's body, its page settings left out. */
function bodyOf(text: string): string {
  const start = text.indexOf("<w:body>") + "<w:body>".length;
  return text.slice(start, text.lastIndexOf("<w:sectPr"));
}

function partOf(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const bytes = parts[name];
  if (!bytes) throw new Error(`the file has no ${name}`);
  return strFromU8(bytes);
}
