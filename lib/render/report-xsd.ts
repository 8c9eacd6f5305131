import { RULE_EFFECTS, RULE_OUTCOMES } from "@/lib/domain/check/finding";
import { XML_NAMESPACE } from "@/lib/domain/interchange";
import {
  ADJUSTMENTS,
  CONTACT,
  INDICATOR_PARTS,
  INDICATORS,
  PREVIOUS_FIGURES,
  PROVENANCE,
  UNITS,
} from "@/lib/render/report-xsd-parts";
import { CELL_KEY, PARAGRAPHS, SECTION, VALUE, VALUE_COMMENT } from "@/lib/render/report-xsd-types";
import {
  ANY_NUMBER,
  AT_LEAST_ONE,
  AT_MOST_ONE,
  choiceAttribute,
  component,
  elementOf,
  extendedElement,
  listElement,
  optionalAttribute,
  requiredAttribute,
  typedElement,
  type XsdNode,
} from "@/lib/render/xsd";

const BEFORE_AND_AFTER = [typedElement("before", "n:value"), typedElement("after", "n:value")];

const ERRATUM = elementOf("erratum", {
  children: [
    typedElement("reason", "xs:string"),
    elementOf("difference", {
      children: BEFORE_AND_AFTER,
      attributes: [requiredAttribute("cell"), requiredAttribute("label")],
      occurs: ANY_NUMBER,
    }),
    elementOf("passage", { children: BEFORE_AND_AFTER, attributes: [requiredAttribute("place")], occurs: ANY_NUMBER }),
  ],
  attributes: [requiredAttribute("supersedesVersion", "xs:positiveInteger")],
  occurs: AT_MOST_ONE,
});

const CHECKS = listElement(
  "checks",
  elementOf("check", {
    children: [
      extendedElement(
        "setting",
        "xs:string",
        [choiceAttribute("effect", RULE_EFFECTS, "required"), requiredAttribute("since", "xs:date")],
        AT_MOST_ONE,
      ),
    ],
    attributes: [
      requiredAttribute("rule"),
      requiredAttribute("version", "xs:positiveInteger"),
      choiceAttribute("severity", ["error", "warning", "info"], "required"),
      requiredAttribute("holdsFrom", "xs:date"),
      choiceAttribute("outcome", RULE_OUTCOMES, "required"),
      requiredAttribute("findings", "xs:nonNegativeInteger"),
      requiredAttribute("explained", "xs:nonNegativeInteger"),
    ],
    occurs: AT_LEAST_ONE,
  }),
  AT_MOST_ONE,
);

const REPORT = elementOf("report", {
  children: [
    typedElement("title", "xs:string"),
    typedElement("district", "xs:string"),
    typedElement("office", "xs:string"),
    CONTACT,
    typedElement("preface", "n:paragraphs"),
    typedElement("section", "n:section", AT_LEAST_ONE),
    INDICATORS,
    INDICATOR_PARTS,
    UNITS,
    ADJUSTMENTS,
    PROVENANCE,
    PREVIOUS_FIGURES,
    listElement("notes", typedElement("note", "xs:string", ANY_NUMBER)),
    CHECKS,
    listElement("gaps", typedElement("gap", "xs:string", ANY_NUMBER)),
    ERRATUM,
  ],
  attributes: [
    requiredAttribute("language", "xs:language"),
    requiredAttribute("year", "xs:gYear"),
    requiredAttribute("format"),
    ["<!-- Left out where the figures come from a file that does not tell them. -->"],
    choiceAttribute("state", ["draft", "final", "published"]),
    optionalAttribute("version", "xs:positiveInteger"),
    optionalAttribute("date"),
    optionalAttribute("publishedOn"),
    optionalAttribute("verificationCode"),
  ],
});

const EMPTY_LINE: XsdNode = [""];

/** The XSD of the XML file that `renderXml` writes. */
export const REPORT_XSD = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  ...component(
    "schema",
    {
      "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
      "xmlns:n": XML_NAMESPACE,
      targetNamespace: XML_NAMESPACE,
      elementFormDefault: "qualified",
    },
    [
      EMPTY_LINE,
      REPORT,
      EMPTY_LINE,
      VALUE_COMMENT,
      VALUE,
      EMPTY_LINE,
      CELL_KEY,
      EMPTY_LINE,
      PARAGRAPHS,
      EMPTY_LINE,
      SECTION,
    ],
  ),
  "",
].join("\n");
