import { type InterchangeReport, InterchangeReportSchema, XML_NAMESPACE } from "@/lib/domain/interchange";
import { PREFACE } from "@/lib/domain/published-report";
import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml } from "@/lib/intake/read-xml";

type Element = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order. */
  children: (Element | string)[];
};

/** The product's own export after `nianbao-report.xsd`, as the interchange form with its record: nothing needs placing. */
export function readOwnXml(xml: string): InterchangeReport {
  const report = readTree(xml);
  if (report.name !== "report" || report.attributes.xmlns !== XML_NAMESPACE) throw new Unreadable("foreign_xml");
  const read = InterchangeReportSchema.safeParse(reportOf(report));
  if (!read.success) throw new Unreadable("wrong_schema");
  return read.data;
}

function reportOf(report: Element): object {
  const { attributes } = report;
  const sections = elements(report, "section");
  const headings = sections.flatMap((section) =>
    elements(section, "heading").map((heading) => ({ section: section.attributes.id, heading })),
  );
  const places = [
    { place: PREFACE, of: first(report, "preface") },
    ...headings.map(({ heading }) => ({ place: attributeOf(heading, "key"), of: heading })),
  ];
  const contact = first(report, "contact");
  const previous = first(report, "previousFigures");
  return {
    schema: "nianbao.report/1",
    title: textOf(report, "title"),
    year: Number(attributes.year),
    format: attributes.format,
    organisation: textOf(report, "district"),
    preface: paragraphsOf(first(report, "preface")),
    figures: Object.fromEntries(
      sections
        .flatMap((section) => elements(section, "table"))
        .flatMap((table) => elements(table, "cell"))
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
    units: listOf(report, "units", "unit").map(({ attributes: { name, office, status, reason = null } }) => ({
      name,
      isOffice: office === "true",
      status,
      reason,
    })),
    adjustments: listOf(report, "adjustments", "adjustment").map((adjustment) => {
      const { cell, ...of } = adjustment.attributes;
      return { ...of, cellKey: cell, reason: plainText(adjustment) };
    }),
    provenance: Object.fromEntries(
      listOf(report, "provenance", "of").map((of) => [
        attributeOf(of, "cell"),
        elements(of, "contribution").map(contributionOf),
      ]),
    ),
    previous_figures: previous
      ? Object.fromEntries(
          elements(previous, "figure").map((figure) => [attributeOf(figure, "cell"), reportedValue(figure)]),
        )
      : null,
    notes: listOf(report, "notes", "note").map(plainText),
    ...(first(report, "checks") ? { checks: listOf(report, "checks", "check").map(checkOf) } : {}),
    gaps: listOf(report, "gaps", "gap").map(plainText),
    erratum: erratumOf(first(report, "erratum")),
  };
}

function contributionOf(contribution: Element): object {
  const { blank: _blank, version, ...of } = contribution.attributes;
  return { ...of, version: Number(version), value: reportedValue(contribution) };
}

function checkOf(check: Element): object {
  const { version, findings, explained, ...of } = check.attributes;
  const setting = first(check, "setting");
  return {
    ...of,
    version: Number(version),
    findings: Number(findings),
    explained: Number(explained),
    setting: setting ? { ...setting.attributes, reason: plainText(setting) } : null,
  };
}

function erratumOf(erratum: Element | undefined): object | null {
  if (!erratum) return null;
  const change = (of: Element) => ({
    before: reportedValue(first(of, "before")),
    after: reportedValue(first(of, "after")),
  });
  return {
    supersedesVersion: Number(erratum.attributes.supersedesVersion),
    reason: textOf(erratum, "reason"),
    differences: elements(erratum, "difference").map((difference) => ({
      cellKey: difference.attributes.cell,
      label: difference.attributes.label,
      ...change(difference),
    })),
    passages: elements(erratum, "passage").map((passage) => ({ place: passage.attributes.place, ...change(passage) })),
  };
}

function paragraphsOf(of: Element | undefined): string[] {
  return of ? elements(of, "paragraph").map(plainText) : [];
}

/** The figures that paragraphs quote, by paragraph and character, as the JSON form has them. */
function quotedOf(place: string, of: Element | undefined): NonNullable<InterchangeReport["quoted"]> {
  return (of ? elements(of, "paragraph") : []).flatMap((element, paragraph) => {
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

function elements(of: Element, name: string): Element[] {
  return of.children.flatMap((child) => (typeof child !== "string" && child.name === name ? [child] : []));
}

function first(of: Element, name: string): Element | undefined {
  return elements(of, name)[0];
}

function listOf(of: Element, list: string, name: string): Element[] {
  return elements(of, list).flatMap((found) => elements(found, name));
}

function plainText(of: Element): string {
  return of.children.map((child) => (typeof child === "string" ? child : plainText(child))).join("");
}

function textOf(of: Element, name: string): string {
  const found = first(of, name);
  return found ? plainText(found) : "";
}

function attributeOf(of: Element, name: string): string {
  return of.attributes[name] ?? "";
}

/** Null for a blank value, which says so of itself. */
/** Indicators with what each of several units gave, as the writer of the file put it beside them. */
function indicatorsOf(report: Element) {
  const given = Map.groupBy(listOf(report, "indicatorParts", "part"), (part) => part.attributes.of);
  return listOf(report, "indicators", "indicator").map((indicator) => {
    const { approximate, blank: _blank, ...of } = indicator.attributes;
    const parts = (given.get(of.key) ?? []).map((part) => ({ unit: part.attributes.unit, value: reportedValue(part) }));
    const rolledUp = of.rollsUp === undefined ? {} : { parts };
    return { ...of, value: reportedValue(indicator), isApproximate: approximate === "true", ...rolledUp };
  });
}

function reportedValue(of: Element | undefined): string | null {
  return !of || of.attributes.blank === "true" ? null : plainText(of);
}

function readTree(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open: Element[] = [root];
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
