import { INDICATOR_ROLL_UPS } from "@/lib/domain/indicator-roll-up";
import {
  ANY_NUMBER,
  AT_LEAST_ONE,
  AT_MOST_ONE,
  choiceAttribute,
  elementOf,
  extendedElement,
  listElement,
  optionalAttribute,
  requiredAttribute,
} from "@/lib/render/xsd";

/** Where the office is reached. */
export const CONTACT = elementOf("contact", {
  attributes: [requiredAttribute("address"), requiredAttribute("postcode"), requiredAttribute("phone")],
  occurs: AT_MOST_ONE,
});

/** The local figures with their measure words. */
export const INDICATORS = listElement(
  "indicators",
  extendedElement(
    "indicator",
    "n:value",
    [
      requiredAttribute("key"),
      requiredAttribute("label"),
      requiredAttribute("unit"),
      requiredAttribute("owner"),
      requiredAttribute("approximate", "xs:boolean"),
      choiceAttribute("rollsUp", INDICATOR_ROLL_UPS),
    ],
    ANY_NUMBER,
  ),
);

/** What each unit gave of an indicator. */
export const INDICATOR_PARTS = listElement(
  "indicatorParts",
  extendedElement("part", "n:value", [requiredAttribute("of"), requiredAttribute("unit")], ANY_NUMBER),
  AT_MOST_ONE,
);

/** Every unit that was expected, and how it stands. */
export const UNITS = listElement(
  "units",
  elementOf("unit", {
    attributes: [
      requiredAttribute("name"),
      requiredAttribute("office", "xs:boolean"),
      choiceAttribute("status", ["included", "nil", "exempt", "missing"], "required"),
      optionalAttribute("reason"),
    ],
    occurs: ANY_NUMBER,
  }),
);

/** The signed corrections of the roll-up. */
export const ADJUSTMENTS = listElement(
  "adjustments",
  extendedElement(
    "adjustment",
    "xs:string",
    [
      requiredAttribute("cell", "n:cellKey"),
      requiredAttribute("amount"),
      optionalAttribute("proposedBy"),
      optionalAttribute("signedBy"),
    ],
    ANY_NUMBER,
  ),
);

const CONTRIBUTION = extendedElement(
  "contribution",
  "n:value",
  [
    requiredAttribute("unit"),
    requiredAttribute("version", "xs:positiveInteger"),
    requiredAttribute("submittedBy"),
    requiredAttribute("submittedAt"),
    requiredAttribute("approvedBy"),
    requiredAttribute("approvedAt"),
    optionalAttribute("report"),
    optionalAttribute("reportVersion", "xs:positiveInteger"),
    optionalAttribute("reportHash"),
  ],
  AT_LEAST_ONE,
);

/** What makes up each figure: versions with who submitted and who approved them. */
export const PROVENANCE = listElement(
  "provenance",
  elementOf("of", {
    children: [CONTRIBUTION],
    attributes: [requiredAttribute("cell", "n:cellKey")],
    occurs: ANY_NUMBER,
  }),
);

/** Last year's figures, as published. */
export const PREVIOUS_FIGURES = listElement(
  "previousFigures",
  extendedElement("figure", "n:value", [requiredAttribute("cell", "n:cellKey")], ANY_NUMBER),
  AT_MOST_ONE,
);
