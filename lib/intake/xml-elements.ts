import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml } from "@/lib/intake/read-xml";

/** An element with everything in it. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order. */
  children: (XmlElement | string)[];
};

/** The child elements of that name. */
export function elementsOf(of: XmlElement, name: string): XmlElement[] {
  return of.children.flatMap((child) => (typeof child !== "string" && child.name === name ? [child] : []));
}

/** The first child element of that name. */
export function firstElement(of: XmlElement, name: string): XmlElement | undefined {
  return elementsOf(of, name)[0];
}

/** The elements called `name` in the child element called `list`. */
export function listedElements(of: XmlElement, list: string, name: string): XmlElement[] {
  return elementsOf(of, list).flatMap((found) => elementsOf(found, name));
}

/** All texts in an element as one. */
export function plainText(of: XmlElement): string {
  return of.children.map((child) => (typeof child === "string" ? child : plainText(child))).join("");
}

/** The text of the first child element of that name; empty where there is none. */
export function textOf(of: XmlElement, name: string): string {
  const found = firstElement(of, name);
  return found ? plainText(found) : "";
}

/** An attribute of an element; empty where it has none of that name. */
export function attributeOf(of: XmlElement, name: string): string {
  return of.attributes[name] ?? "";
}

/** Reads XML as a tree; throws `Unreadable` for what is not well formed or has no element. */
export function readTree(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  for (const event of readXml(xml)) {
    const parent = open.at(-1);
    if (!parent) throw new Unreadable("broken");
    if (event.kind === "text") parent.children.push(event.text);
    else if (event.kind === "close") open.pop();
    else {
      const element = { name: event.name, attributes: event.attributes, children: [] };
      parent.children.push(element);
      if (!event.isEmpty) open.push(element);
    }
  }
  const report = root.children.find((child) => typeof child !== "string");
  if (!report || typeof report === "string") throw new Unreadable("broken");
  return report;
}
