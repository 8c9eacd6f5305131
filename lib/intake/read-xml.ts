import { Unreadable } from "@/lib/intake/intake-problem";

/** One step through an XML text; names keep their prefix. Entities of one's own are not read: they can only harm. */
export type XmlEvent =
  | { kind: "open"; name: string; attributes: Readonly<Record<string, string>>; isEmpty: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|</g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Walks well-formed XML from end to end in one pass. */
export function* readXml(xml: string): Generator<XmlEvent> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml.slice(0, 2_000))) throw new Unreadable("broken");
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, cdata, slash, name, attributes = "", empty, text] = match;
    if (cdata !== undefined) yield { kind: "text", text: cdata };
    else if (text !== undefined) yield { kind: "text", text: decodeEntities(text) };
    else if (name !== undefined) {
      if (slash) yield { kind: "close", name };
      else yield { kind: "open", name, attributes: readAttributes(attributes), isEmpty: empty === "/" };
    } else if (whole === "<") throw new Unreadable("broken");
  }
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map((match) => [match[1] ?? "", decodeEntities(match[2] ?? match[3] ?? "")]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g,
    (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? "", 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
