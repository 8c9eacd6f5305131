import type { RuleRecord } from "@/lib/domain/check-record";
import { XML_NAMESPACE } from "@/lib/domain/interchange";
import type { PrintedReport, Segment } from "@/lib/domain/report-document";
import { labelsOfCell } from "@/lib/formats/english-labels";
import { attributes, escapeMarkup } from "@/lib/render/markup";

type Attributes = Parameters<typeof attributes>[0];

/** The whole document as XML after `nianbao-report.xsd`. */
export function renderXml(document: PrintedReport): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${reportElement(document)}\n`);
}

function reportElement(document: PrintedReport): string {
  const { contact, erratum } = document;
  return element(
    "report",
    {
      xmlns: XML_NAMESPACE,
      language: "zh-CN",
      year: document.year,
      format: document.format.id,
      state: document.state,
      version: document.version,
      date: document.date,
      publishedOn: document.publishedOn,
      verificationCode: document.verificationCode,
    },
    [
      textElement("title", document.title),
      textElement("district", document.district),
      textElement("office", document.office),
      ...(contact ? [element("contact", { ...contact })] : []),
      element("preface", {}, document.preface.map(paragraphElement)),
      ...document.sections.map((section) => sectionElement(document, section)),
      element(
        "indicators",
        {},
        document.indicators.map(({ key, label, unit, owner, isApproximate, rollsUp = null, value }) =>
          valueElement("indicator", { key, label, unit, owner, approximate: isApproximate, rollsUp }, value),
        ),
      ),
      ...indicatorParts(document),
      element(
        "units",
        {},
        document.units.map(({ name, isOffice, status, reason }) =>
          element("unit", { name, office: isOffice, status, reason }),
        ),
      ),
      element(
        "adjustments",
        {},
        document.adjustments.map(({ cellKey, amount, reason }) =>
          textElement("adjustment", reason, { cell: cellKey, amount }),
        ),
      ),
      element(
        "provenance",
        {},
        Object.entries(document.provenance).map(([cellKey, contributions]) =>
          element(
            "of",
            { cell: cellKey },
            contributions.map(({ value, report, ...who }) =>
              valueElement(
                "contribution",
                report ? { ...who, report: report.id, reportVersion: report.version, reportHash: report.hash } : who,
                value,
              ),
            ),
          ),
        ),
      ),
      ...(document.previousFigures
        ? [
            element(
              "previousFigures",
              {},
              Object.entries(document.previousFigures).map(([key, value]) =>
                valueElement("figure", { cell: key }, value),
              ),
            ),
          ]
        : []),
      element(
        "notes",
        {},
        document.notes.map((note) => textElement("note", note)),
      ),
      ...(document.checks ? [element("checks", {}, document.checks.map(checkElement))] : []),
      element(
        "gaps",
        {},
        document.gaps.map((gap) => textElement("gap", gap)),
      ),
      ...(erratum ? [erratumElement(erratum)] : []),
    ],
  );
}

function sectionElement(document: PrintedReport, section: PrintedReport["sections"][number]): string {
  const form = document.format.sections.find((candidate) => candidate.id === section.id);
  return element("section", { id: section.id, number: section.number, title: section.title, kind: section.kind }, [
    ...section.headings.map(({ key, level, number, title, paragraphs }) =>
      element("heading", { key, level, number, title }, paragraphs.map(paragraphElement)),
    ),
    ...(form?.tables ?? []).map((table) =>
      element(
        "table",
        { id: table.id, caption: table.caption },
        table.cells.map((cell) => {
          const labels = form ? labelsOfCell(form, table, cell) : { row: [], column: [] };
          return valueElement(
            "cell",
            {
              key: cell.key,
              row: labels.row.join(" / "),
              column: labels.column.join(" / "),
              type: cell.type,
              unit: cell.unit,
              computed: cell.sumOf !== undefined,
            },
            document.figures[cell.key] ?? null,
          );
        }),
      ),
    ),
  ]);
}

function checkElement({
  rule,
  version,
  severity,
  holdsFrom,
  outcome,
  findings,
  explained,
  setting,
}: RuleRecord): string {
  const of = { rule, version, severity, holdsFrom, outcome, findings, explained };
  if (!setting) return element("check", of);
  const { effect, since, reason } = setting;
  return element("check", of, [textElement("setting", reason, { effect, since })]);
}

function erratumElement(erratum: NonNullable<PrintedReport["erratum"]>): string {
  return element("erratum", { supersedesVersion: erratum.supersedesVersion }, [
    textElement("reason", erratum.reason),
    ...erratum.differences.map(({ cellKey, label, before, after }) =>
      element("difference", { cell: cellKey, label }, [
        valueElement("before", {}, before),
        valueElement("after", {}, after),
      ]),
    ),
    ...erratum.passages.map(({ place, before, after }) =>
      element("passage", { place }, [valueElement("before", {}, before), valueElement("after", {}, after)]),
    ),
  ]);
}

/** A figure in the text keeps the cell that it is bound to; no space may come in between, so it is one line. */
function paragraphElement(segments: readonly Segment[]): string {
  const content = segments.map((segment) =>
    segment.kind === "text"
      ? escapeMarkup(segment.text)
      : `<figure${attributes({ cell: segment.cellKey })}>${escapeMarkup(segment.value)}</figure>`,
  );
  return `<paragraph>${content.join("")}</paragraph>`;
}

/** A blank says so: an empty element could be a lost value. */
/** What each of several units gave for an indicator. */
function indicatorParts({ indicators }: PrintedReport): string[] {
  if (indicators.every(({ parts }) => !parts)) return [];
  const parts = indicators.flatMap(({ key, parts = [] }) =>
    parts.map(({ unit, value }) => valueElement("part", { of: key, unit }, value)),
  );
  return [element("indicatorParts", {}, parts)];
}

function valueElement(name: string, of: Attributes, value: string | null): string {
  return value === null ? `<${name}${attributes(of)} blank="true"/>` : textElement(name, value, of);
}

function textElement(name: string, text: string, of: Attributes = {}): string {
  return `<${name}${attributes(of)}>${escapeMarkup(text)}</${name}>`;
}

function element(name: string, of: Attributes, children: readonly string[] = []): string {
  if (children.length === 0) return `<${name}${attributes(of)}/>`;
  const lines = children.flatMap((child) => child.split("\n")).map((line) => `  ${line}`);
  return `<${name}${attributes(of)}>\n${lines.join("\n")}\n</${name}>`;
}
