import type { Adjustment } from "@/lib/domain/adjustment";
import { type Figures, indexCells } from "@/lib/domain/cell";
import type { Cycle, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import { readFigure } from "@/lib/domain/figure";
import { textOfHeading } from "@/lib/domain/heading-text";
import { sharedIndicatorKeys } from "@/lib/domain/indicator";
import { resolveNarrative, splitParagraphs } from "@/lib/domain/narrative";
import type { Contribution, ReportDocument, ReportHeading, ReportSection } from "@/lib/domain/report-document";
import type { RollUp } from "@/lib/domain/roll-up";
import { rollUpIndicators } from "@/lib/domain/roll-up-indicators";
import type { SourceVersion, TakenFrom } from "@/lib/domain/version";

export type ReportMaterial = {
  cycle: Pick<Cycle, "year" | "format" | "preface">;
  districtName: string;
  office: { name: string; address: string; postcode: string; phone: string };
  outline: readonly OutlineHeading[];
  indicators: readonly Indicator[];
  versions: readonly SourceVersion[];
  rollUp: RollUp;
  adjustments: readonly Adjustment[];
  /** The district's own text by heading; a heading without one is assembled from its units. */
  texts: ReadonlyMap<string, string>;
  previousFigures: Figures | null;
  notes: readonly string[];
};

/** The title that the notice's template prints. */
export function reportTitle(districtName: string, year: number): string {
  return `${districtName}${year}年政府信息公开工作年度报告`;
}

/** What `indicators.*` come to in a document. */
export function indicatorFigures({ indicators }: Pick<ReportDocument, "indicators">): Record<string, string | null> {
  return Object.fromEntries(indicators.map(({ key, value }) => [`indicators.${key}`, value]));
}

/**
 * Makes the one value that all documents are drawn from, as a draft: `version` counts the versions of this report, `date`
 * is the ISO date of composing. The same material gives the same value; times come in with the material.
 */
export function composeReport(
  material: ReportMaterial,
  { version, date }: Pick<ReportDocument, "version" | "date">,
): ReportDocument {
  const { cycle, rollUp, outline, indicators, versions } = material;
  const printedIndicators = printIndicators(material);
  const indicatorValues = indicatorFigures({ indicators: printedIndicators });
  const lookup = (key: string): string | null => rollUp.figures[key] ?? indicatorValues[key] ?? null;
  const shared = sharedIndicatorKeys(indicators);

  const sections = cycle.format.sections.map((section): ReportSection => {
    const headings = outline
      .filter((heading) => heading.sectionId === section.id)
      .map((heading): ReportHeading => {
        const text = textOfHeading(heading, material.texts, versions, cycle.format, shared);
        return {
          key: heading.key,
          level: heading.level,
          number: heading.number,
          title: heading.title,
          paragraphs: splitParagraphs(text).map((paragraph) => resolveNarrative(paragraph, lookup)),
        };
      });
    return { id: section.id, number: section.number, title: section.title, kind: section.kind, headings };
  });

  return {
    schema: "nianbao.document/1",
    title: reportTitle(material.districtName, cycle.year),
    district: material.districtName,
    office: material.office.name,
    year: cycle.year,
    format: cycle.format,
    state: "draft",
    version,
    date,
    publishedOn: null,
    verificationCode: null,
    contact: { address: material.office.address, postcode: material.office.postcode, phone: material.office.phone },
    preface: splitParagraphs(cycle.preface).map((paragraph) => resolveNarrative(paragraph, lookup)),
    sections,
    figures: { ...rollUp.figures },
    indicators: printedIndicators,
    units: rollUp.units.map((unit) => ({
      name: unit.name,
      isOffice: unit.isOffice,
      status: unit.status,
      reason: unit.reason,
    })),
    adjustments: material.adjustments
      .filter((adjustment) => adjustment.state === "signed")
      .map((adjustment) => ({
        cellKey: adjustment.cellKey,
        amount: adjustment.amount,
        reason: adjustment.reason,
      })),
    provenance: provenanceOf(material),
    previousFigures: material.previousFigures ? { ...material.previousFigures } : null,
    notes: [...material.notes],
    gaps: listGaps(material, sections),
    erratum: null,
  };
}

/** Each indicator with what it comes to; how, and of which units, where it is not simply what one unit gave. */
function printIndicators({ indicators, versions, rollUp }: ReportMaterial): ReportDocument["indicators"] {
  const unitName = new Map(rollUp.units.map((unit) => [unit.organisationId, unit.name]));
  const nameOf = (id: string): string => unitName.get(id) ?? "";
  const rolledUp = rollUpIndicators(indicators, versions);
  return indicators.map((indicator) => {
    const { key, label, unit, isApproximate, organisationId, rollsUp = "sum" } = indicator;
    const { value = null, parts = [] } = rolledUp.get(key) ?? {};
    const isPlain = parts.length === 1 && rollsUp !== "none";
    return {
      ...{ key, label, unit, owner: nameOf(organisationId), value, isApproximate },
      ...(isPlain
        ? {}
        : { rollsUp, parts: parts.map((part) => ({ unit: nameOf(part.organisationId), value: part.value })) }),
    };
  });
}

/** Who gave which part of each typed figure; zeros are left out, a total's parts are its cells'. */
function provenanceOf(material: ReportMaterial): Record<string, Contribution[]> {
  const known = indexCells(material.cycle.format);
  const result: Record<string, Contribution[]> = {};
  for (const version of material.versions) {
    for (const [cellKey, found] of Object.entries(version.content.figures)) {
      const figure = readFigure(found);
      if (!known.has(cellKey) || (figure.kind === "number" && figure.value === "0")) continue;
      const list = result[cellKey] ?? [];
      list.push({
        unit: version.unitName,
        value: found,
        version: version.number,
        submittedBy: version.submittedByName,
        submittedAt: version.submittedAt.toISOString(),
        approvedBy: version.approvedByName,
        approvedAt: version.approvedAt.toISOString(),
        ...(version.takenFrom ? { report: reportOf(version.takenFrom) } : {}),
      });
      result[cellKey] = list;
    }
  }
  return result;
}

function reportOf({ reportId: id, version, hash }: TakenFrom): NonNullable<Contribution["report"]> {
  return { id, version, hash };
}

/** What a reader of a draft must know is missing. Sentences are Chinese: they are printed in the document. */
function listGaps(material: ReportMaterial, sections: readonly ReportSection[]): string[] {
  const missing = material.rollUp.units.filter((unit) => unit.status === "missing").map((unit) => unit.name);
  const blank = Object.values(material.rollUp.figures).filter((value) => value === null).length;
  const open = material.adjustments.filter((adjustment) => adjustment.state === "proposed").length;
  const empty = sections.filter(
    (section) => section.kind === "narrative" && section.headings.every((heading) => heading.paragraphs.length === 0),
  );
  return [
    ...(missing.length > 0 ? [`还有 ${missing.length} 个单位没有全部审核通过：${missing.join("、")}。`] : []),
    ...(blank > 0 ? [`表格中还有 ${blank} 格没有数。`] : []),
    ...(open > 0 ? [`还有 ${open} 条汇总调整没有签字，没有计入。`] : []),
    ...empty.map((section) => `第${section.number}部分“${section.title}”还没有文字。`),
  ];
}
