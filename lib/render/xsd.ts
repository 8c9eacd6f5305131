import { attributes as markupAttributes } from "@/lib/render/markup";

/** A part of an XML schema as its lines; what it holds is indented by two blanks more. */
export type XsdNode = readonly string[];

type Attributes = Parameters<typeof markupAttributes>[0];

/** How often an element may stand where it is named; once where nothing is said. */
export const ANY_NUMBER = { minOccurs: 0, maxOccurs: "unbounded" };
export const AT_LEAST_ONE = { maxOccurs: "unbounded" };
export const AT_MOST_ONE = { minOccurs: 0 };

/** The schema component `xs:<name>` with its attributes in the order given, and what stands in it. */
export function component(name: string, attributes: Attributes, children: readonly XsdNode[] = []): XsdNode {
  const start = `<xs:${name}${markupAttributes(attributes)}`;
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.flat().map((line) => (line === "" ? "" : `  ${line}`)), `</xs:${name}>`];
}

/** An element of a named type: `xs:string` for a text, or a type of the schema's own. */
export function typedElement(name: string, type: string, occurs: Attributes = {}): XsdNode {
  return component("element", { name, type, ...occurs });
}

/** An element that holds other elements, in this order, and has these attributes. */
export function elementOf(
  name: string,
  {
    children = [],
    attributes = [],
    occurs = {},
  }: { children?: XsdNode[]; attributes?: XsdNode[]; occurs?: Attributes },
): XsdNode {
  const sequence = children.length === 0 ? [] : [component("sequence", {}, children)];
  return component("element", { name, ...occurs }, [component("complexType", {}, [...sequence, ...attributes])]);
}

/** An element that holds only any number of one other. */
export function listElement(name: string, item: XsdNode, occurs: Attributes = {}): XsdNode {
  return elementOf(name, { children: [item], occurs });
}

/** An element whose content is that of the type `base`, with these attributes beside it. */
export function extendedElement(name: string, base: string, attributes: XsdNode[], occurs: Attributes): XsdNode {
  const content = base === "n:paragraphs" ? "complexContent" : "simpleContent";
  return component("element", { name, ...occurs }, [
    component("complexType", {}, [component(content, {}, [component("extension", { base }, attributes)])]),
  ]);
}

/** An attribute that its element must have. */
export function requiredAttribute(name: string, type = "xs:string"): XsdNode {
  return component("attribute", { name, type, use: "required" });
}

/** An attribute that its element may have. */
export function optionalAttribute(name: string, type = "xs:string"): XsdNode {
  return component("attribute", { name, type });
}

/** An attribute that is one of these words. */
export function choiceAttribute(name: string, words: readonly string[], use?: "required"): XsdNode {
  return component("attribute", { name, use }, [
    component("simpleType", {}, [
      component(
        "restriction",
        { base: "xs:string" },
        words.map((value) => component("enumeration", { value })),
      ),
    ]),
  ]);
}
