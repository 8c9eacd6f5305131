import { SaxesParser } from "saxes";
import { Unreadable } from "@/lib/intake/intake-problem";

/** One step through an XML text; names keep their prefix. */
export type XmlEvent =
  | { kind: "open"; name: string; attributes: Readonly<Record<string, string>>; isEmpty: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

/** So many characters are read before what was found in them is handed on; a large file is never held as events whole. */
const CHUNK_CHARACTERS = 65_536;

/**
 * Walks XML from end to end in one pass. What is not well-formed is refused, and so is a declaration of a document type:
 * entities of one's own can only harm. An element without content is one event, `isEmpty`, and has no `close`.
 * An empty text is a part that its file does not have, and has no events.
 *
 * @throws Unreadable "broken"
 */
export function* readXml(xml: string): Generator<XmlEvent> {
  if (xml === "") return;
  let found: XmlEvent[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const refuse = (): never => {
    throw new Unreadable("broken");
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("text", (text) => found.push({ kind: "text", text }));
  parser.on("cdata", (text) => found.push({ kind: "text", text }));
  parser.on("opentag", ({ name, attributes, isSelfClosing }) =>
    found.push({ kind: "open", name, attributes, isEmpty: isSelfClosing }),
  );
  parser.on("closetag", ({ name, isSelfClosing }) => {
    if (!isSelfClosing) found.push({ kind: "close", name });
  });
  for (let at = 0; at < xml.length; at += CHUNK_CHARACTERS) {
    parser.write(xml.slice(at, at + CHUNK_CHARACTERS));
    yield* found;
    found = [];
  }
  parser.close();
  yield* found;
}
