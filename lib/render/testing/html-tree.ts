import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export function parseHtml(html: string): Node {
  return parse(html);
}

/** The elements with one of these names, in document order, those within each other included. */
export function elementsOf(node: Node, ...names: string[]): Element[] {
  const matching = "tagName" in node && names.includes(node.tagName) ? [node] : [];
  const children = "childNodes" in node ? node.childNodes : [];
  return [...matching, ...children.flatMap((child) => elementsOf(child, ...names))];
}

export function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** A table's rows as texts, its caption first where it has one that is seen. */
export function rowsOf(table: Element): string[][] {
  const captions = elementsOf(table, "caption")
    .filter((caption) => attributeOf(caption, "data-hidden") === null)
    .map((caption) => [textOf(caption)]);
  return [...captions, ...elementsOf(table, "tr").map((row) => elementsOf(row, "th", "td").map(textOf))];
}
