import { strFromU8, strToU8 } from "fflate";

type Parts = Record<string, Uint8Array>;

const DRAFT_PART = "nianbao-draft-header.xml";
const DRAFT_RELATION = "rIdNianbaoDraft";
const HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
const HEADER_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
/** What the drawing of the watermark is written in; a template's header need not know these. */
const NAMESPACES = [
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
].join(" ");

/**
 * The watermark of `own` on every page of the template: in each header that it has, and in a header of its own where a
 * kind of page has none.
 */
export function addWatermark(template: Parts, own: Parts): Parts {
  const ownHeader = own["word/header1.xml"];
  if (!ownHeader) throw new Error("the draft has no header");
  const header = strFromU8(ownHeader);
  const paragraph = header
    .slice(header.indexOf("<w:p>"), header.lastIndexOf("</w:hdr>"))
    .replace("<w:p>", `<w:p ${NAMESPACES}>`);
  const parts: Parts = {};
  for (const [name, bytes] of Object.entries(template)) {
    const isHeader = /^word\/header[^/]*\.xml$/.test(name);
    parts[name] = isHeader ? strToU8(strFromU8(bytes).replace(/<\/w:hdr>/, () => `${paragraph}</w:hdr>`)) : bytes;
  }
  change(parts, "word/document.xml", referToHeader);
  parts[`word/${DRAFT_PART}`] = ownHeader;
  change(parts, "word/_rels/document.xml.rels", (xml) =>
    endWith(
      xml,
      "Relationships",
      `<Relationship Id="${DRAFT_RELATION}" Type="${HEADER_RELATION}" Target="${DRAFT_PART}"/>`,
    ),
  );
  change(parts, "[Content_Types].xml", (xml) =>
    endWith(xml, "Types", `<Override PartName="/word/${DRAFT_PART}" ContentType="${HEADER_TYPE}"/>`),
  );
  return parts;
}

/** Sections after the first take over its headers, unless they have their own. */
function referToHeader(xml: string): string {
  const section = /<w:sectPr(?: [^>]*)?(?:\/>|>[\s\S]*?<\/w:sectPr>)/.exec(xml);
  if (!section) throw new Error("the template has no section");
  const [whole] = section;
  const references = ["default", "even", "first"]
    .filter((type) => !new RegExp(`<w:headerReference [^>]*w:type="${type}"`).test(whole))
    .map(
      (type) =>
        `<w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="${type}" r:id="${DRAFT_RELATION}"/>`,
    )
    .join("");
  const filled =
    whole.endsWith("/>") && !whole.includes("</w:sectPr>")
      ? `${whole.slice(0, -2)}>${references}</w:sectPr>`
      : whole.replace(/^<w:sectPr(?: [^>]*)?>/, (start) => `${start}${references}`);
  return xml.slice(0, section.index) + filled + xml.slice(section.index + whole.length);
}

function change(parts: Parts, name: string, edit: (xml: string) => string): void {
  const bytes = parts[name];
  if (!bytes) throw new Error(`the template has no ${name}`);
  parts[name] = strToU8(edit(strFromU8(bytes)));
}

function endWith(xml: string, element: string, addition: string): string {
  return xml.replace(new RegExp(`</${element}>`), () => `${addition}</${element}>`);
}
