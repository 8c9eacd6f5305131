import {
  ANY_NUMBER,
  AT_LEAST_ONE,
  choiceAttribute,
  component,
  elementOf,
  extendedElement,
  optionalAttribute,
  requiredAttribute,
  type XsdNode,
} from "@/lib/render/xsd";

/** Stands in the schema before the type of a value. */
export const VALUE_COMMENT: XsdNode = [
  `<!-- A value is the text as reported; blank="true" says that there was none, which is not zero. -->`,
];

export const VALUE = component("complexType", { name: "value" }, [
  component("simpleContent", {}, [
    component("extension", { base: "xs:string" }, [optionalAttribute("blank", "xs:boolean")]),
  ]),
]);

export const CELL_KEY = component("simpleType", { name: "cellKey" }, [
  component("restriction", { base: "xs:string" }, [component("pattern", { value: "[a-z0-9_]+(\\.[a-z0-9_]+){1,2}" })]),
]);

const PARAGRAPH = component("element", { name: "paragraph", ...ANY_NUMBER }, [
  component("complexType", { mixed: true }, [
    component("sequence", {}, [extendedElement("figure", "xs:string", [requiredAttribute("cell")], ANY_NUMBER)]),
  ]),
]);

const HEADING = extendedElement(
  "heading",
  "n:paragraphs",
  [
    requiredAttribute("key"),
    requiredAttribute("level", "xs:nonNegativeInteger"),
    requiredAttribute("number"),
    requiredAttribute("title"),
  ],
  ANY_NUMBER,
);

const CELL = extendedElement(
  "cell",
  "n:value",
  [
    requiredAttribute("key", "n:cellKey"),
    requiredAttribute("row"),
    requiredAttribute("column"),
    choiceAttribute("type", ["count", "signed_count", "amount"], "required"),
    requiredAttribute("unit"),
    requiredAttribute("computed", "xs:boolean"),
  ],
  AT_LEAST_ONE,
);

const TABLE = elementOf("table", {
  children: [CELL],
  attributes: [requiredAttribute("id"), optionalAttribute("caption")],
  occurs: ANY_NUMBER,
});

/** One part of the report: its headings with their text, or its tables. */
export const SECTION = component("complexType", { name: "section" }, [
  component("sequence", {}, [HEADING, TABLE]),
  requiredAttribute("id"),
  requiredAttribute("number"),
  requiredAttribute("title"),
  choiceAttribute("kind", ["narrative", "tables"], "required"),
]);

/** Paragraphs of running text, with the figures in them that stand for a cell. */
export const PARAGRAPHS = component("complexType", { name: "paragraphs" }, [component("sequence", {}, [PARAGRAPH])]);
