import { Unreadable } from "@/lib/intake/intake-problem";

/** What a walk through XML meets; names are without their prefix, attributes still as they stand in the tag. */
export type XmlVisitor = {
  open: (name: string, tag: string, isEmpty: boolean) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/**
 * Walks XML that a program wrote, ten times as fast as `readXml` and without asking whether it is well-formed: of a large
 * sheet only cells and their texts are wanted. A declaration of a document type is refused as there.
 *
 * @throws Unreadable "broken"
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  let at = xml.indexOf("<");
  while (at !== -1) {
    const next = xml.charCodeAt(at + 1);
    const end = next === BANG && xml.startsWith("<![CDATA[", at) ? xml.indexOf("]]>", at) : xml.indexOf(">", at);
    if (end === -1) throw new Unreadable("broken");
    if (next === SLASH) visitor.close(nameOf(xml, at + 2, end));
    else if (next === BANG) {
      if (xml.startsWith("<!DOCTYPE", at)) throw new Unreadable("broken");
      if (xml.startsWith("<![CDATA[", at)) visitor.text(xml.slice(at + 9, end));
    } else if (next !== QUESTION) {
      const isEmpty = xml.charCodeAt(end - 1) === SLASH;
      visitor.open(nameOf(xml, at + 1, end), xml.slice(at, end), isEmpty);
    }
    const from = next === BANG && xml.startsWith("<![CDATA[", at) ? end + 3 : end + 1;
    at = xml.indexOf("<", from);
    if (at > from) visitor.text(plainText(xml.slice(from, at)));
  }
}

const [BANG, SLASH, QUESTION, COLON] = [33, 47, 63, 58];

/** The name that begins at a place, without its prefix. */
function nameOf(xml: string, from: number, end: number): string {
  let start = from;
  for (let at = from; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === COLON) start = at + 1;
    else if (code <= 32 || code === SLASH) return xml.slice(start, at);
  }
  return xml.slice(start, end);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plainText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (all, name: string) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!name.startsWith("#")) return ENTITIES[name] ?? all;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** The value of an attribute in a tag; null where it has none of that name. */
export function attributeOf(tag: string, name: string): string | null {
  let at = tag.indexOf(`${name}=`);
  while (at > 0 && tag.charCodeAt(at - 1) > 32) at = tag.indexOf(`${name}=`, at + 1);
  if (at === -1) return null;
  const quote = tag[at + name.length + 1] ?? '"';
  const end = tag.indexOf(quote, at + name.length + 2);
  return end === -1 ? null : plainText(tag.slice(at + name.length + 2, end));
}
