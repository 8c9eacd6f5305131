const STYLE_ELEMENT = /<w:style [\s\S]*?<\/w:style>/g;
const OWN_ID = /^Gongwen/;

type Style = { id: string; name: string; xml: string; isDefaultParagraph: boolean };

/**
 * The template's styles with the report's own where it has none of that name. A style that the template does define
 * stands, so that an office restyles its reports in its template; `idOf` says under which id it has it, because word
 * processors number the styles of others anew.
 */
export function addMissingStyles(
  template: string,
  documentStyles: string,
): { styles: string; idOf: (ownId: string) => string } {
  const known = listStyles(template);
  const ownStyles = listStyles(documentStyles).filter((style) => OWN_ID.test(style.id));
  const sameName = (name: string) => known.find((style) => style.name.toLowerCase() === name.toLowerCase());
  const ids = new Map(ownStyles.map((style) => [style.id, sameName(style.name)?.id ?? style.id]));
  const normal = known.find((style) => style.isDefaultParagraph)?.id;
  const idOf = (ownId: string): string => ids.get(ownId) ?? ownId;

  const missing = ownStyles
    .filter((style) => !sameName(style.name))
    .map(({ xml }) =>
      xml
        .replace(/<w:basedOn w:val="[^"]*"\/>/, normal === undefined ? "" : `<w:basedOn w:val="${normal}"/>`)
        .replace(/<w:next w:val="([^"]*)"\/>/, (_whole, id: string) => `<w:next w:val="${idOf(id)}"/>`),
    );
  return { styles: template.replace(/<\/w:styles>\s*$/, () => `${missing.join("")}</w:styles>`), idOf };
}

function listStyles(xml: string): Style[] {
  return [...xml.matchAll(STYLE_ELEMENT)].map(([element]) => ({
    id: /w:styleId="([^"]*)"/.exec(element)?.[1] ?? "",
    name: /<w:name [^>]*w:val="([^"]*)"/.exec(element)?.[1] ?? "",
    xml: element,
    isDefaultParagraph:
      /^<w:style [^>]*w:type="paragraph"/.test(element) && /^<w:style [^>]*w:default="(?:1|true)"/.test(element),
  }));
}
