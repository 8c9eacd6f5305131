import { type InterchangeReport, InterchangeReportSchema, XML_NAMESPACE } from "@/lib/domain/interchange";
import { PREFACE } from "@/lib/domain/published-report";
import { Unreadable } from "@/lib/intake/intake-problem";
import {
  attributeOf,
  elementsOf,
  firstElement,
  listedElements,
  plainText,
  readTree,
  textOf,
  type XmlElement,
} from "@/lib/intake/xml-elements";

/** The product's own export after `nianbao-report.xsd`, as the interchange form with its record: nothing needs placing. */
export function readOwnXml(xml: string): InterchangeReport {
  const report = readTree(xml);
  if (report.name !== "report" || report.attributes.xmlns !== XML_NAMESPACE) throw new Unreadable("foreign_xml");
  const read = InterchangeReportSchema.safeParse(reportOf(report));
  if (!read.success) throw new Unreadable("wrong_schema");
  return read.data;
}

function reportOf(report: XmlElement): object {
  const { attributes } = report;
  const sections = elementsOf(report, "section");
  const headings = sections.flatMap((section) =>
    elementsOf(section, "heading").map((heading) => ({ section: section.attributes.id, heading })),
  );
  const places = [
    { place: PREFACE, of: firstElement(report, "preface") },
    ...headings.map(({ heading }) => ({ place: attributeOf(heading, "key"), of: heading })),
  ];
  const contact = firstElement(report, "contact");
  const previous = firstElement(report, "previousFigures");
  return {
    schema: "nianbao.report/1",
    title: textOf(report, "title"),
    year: Number(attributes.year),
    format: attributes.format,
    organisation: textOf(report, "district"),
    preface: paragraphsOf(firstElement(report, "preface")),
    figures: Object.fromEntries(
      sections
        .flatMap((section) => elementsOf(section, "table"))
        .flatMap((table) => elementsOf(table, "cell"))
        .map((cell) => [attributeOf(cell, "key"), reportedValue(cell)]),
    ),
    narrative: Object.fromEntries(
      headings.map(({ heading }) => [attributeOf(heading, "key"), paragraphsOf(heading).join("\n")]),
    ),
    outline: headings.map(({ section, heading: { attributes: of } }) => ({
      key: of.key,
      section,
      level: Number(of.level),
      number: of.number,
      title: of.title,
    })),
    office: textOf(report, "office"),
    state: attributes.state ?? null,
    version: attributes.version === undefined ? null : Number(attributes.version),
    date: attributes.date ?? null,
    published_on: attributes.publishedOn ?? null,
    verification_code: attributes.verificationCode ?? null,
    contact: contact ? contact.attributes : null,
    quoted: places.flatMap(({ place, of }) => quotedOf(place, of)),
    indicators: indicatorsOf(report),
    units: listedElements(report, "units", "unit").map(({ attributes: { name, office, status, reason = null } }) => ({
      name,
      isOffice: office === "true",
      status,
      reason,
    })),
    adjustments: listedElements(report, "adjustments", "adjustment").map((adjustment) => {
      const { cell, ...of } = adjustment.attributes;
      return { ...of, cellKey: cell, reason: plainText(adjustment) };
    }),
    provenance: Object.fromEntries(
      listedElements(report, "provenance", "of").map((of) => [
        attributeOf(of, "cell"),
        elementsOf(of, "contribution").map(contributionOf),
      ]),
    ),
    previous_figures: previous
      ? Object.fromEntries(
          elementsOf(previous, "figure").map((figure) => [attributeOf(figure, "cell"), reportedValue(figure)]),
        )
      : null,
    notes: listedElements(report, "notes", "note").map(plainText),
    ...(firstElement(report, "checks") ? { checks: listedElements(report, "checks", "check").map(checkOf) } : {}),
    gaps: listedElements(report, "gaps", "gap").map(plainText),
    erratum: erratumOf(firstElement(report, "erratum")),
  };
}

function contributionOf(contribution: XmlElement): object {
  const { blank: _blank, version, ...of } = contribution.attributes;
  return { ...of, version: Number(version), value: reportedValue(contribution) };
}

function checkOf(check: XmlElement): object {
  const { version, findings, explained, ...of } = check.attributes;
  const setting = firstElement(check, "setting");
  return {
    ...of,
    version: Number(version),
    findings: Number(findings),
    explained: Number(explained),
    setting: setting ? { ...setting.attributes, reason: plainText(setting) } : null,
  };
}

function erratumOf(erratum: XmlElement | undefined): object | null {
  if (!erratum) return null;
  const change = (of: XmlElement) => ({
    before: reportedValue(firstElement(of, "before")),
    after: reportedValue(firstElement(of, "after")),
  });
  return {
    supersedesVersion: Number(erratum.attributes.supersedesVersion),
    reason: textOf(erratum, "reason"),
    differences: elementsOf(erratum, "difference").map((difference) => ({
      cellKey: difference.attributes.cell,
      label: difference.attributes.label,
      ...change(difference),
    })),
    passages: elementsOf(erratum, "passage").map((passage) => ({
      place: passage.attributes.place,
      ...change(passage),
    })),
  };
}

function paragraphsOf(of: XmlElement | undefined): string[] {
  return of ? elementsOf(of, "paragraph").map(plainText) : [];
}

/** The figures that paragraphs quote, by paragraph and character, as the JSON form has them. */
function quotedOf(place: string, of: XmlElement | undefined): NonNullable<InterchangeReport["quoted"]> {
  return (of ? elementsOf(of, "paragraph") : []).flatMap((element, paragraph) => {
    let at = 0;
    return element.children.flatMap((child) => {
      const start = at;
      const value = typeof child === "string" ? child : plainText(child);
      at += value.length;
      return typeof child === "string"
        ? []
        : [{ place, cell: attributeOf(child, "cell"), value, paragraph, at: start }];
    });
  });
}

/** Null for a blank value, which says so of itself. */
/** Indicators with what each of several units gave, as the writer of the file put it beside them. */
function indicatorsOf(report: XmlElement) {
  const given = Map.groupBy(listedElements(report, "indicatorParts", "part"), (part) => part.attributes.of);
  return listedElements(report, "indicators", "indicator").map((indicator) => {
    const { approximate, blank: _blank, ...of } = indicator.attributes;
    const parts = (given.get(of.key) ?? []).map((part) => ({ unit: part.attributes.unit, value: reportedValue(part) }));
    const rolledUp = of.rollsUp === undefined ? {} : { parts };
    return { ...of, value: reportedValue(indicator), isApproximate: approximate === "true", ...rolledUp };
  });
}

function reportedValue(of: XmlElement | undefined): string | null {
  return !of || of.attributes.blank === "true" ? null : plainText(of);
}
