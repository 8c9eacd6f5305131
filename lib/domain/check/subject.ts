import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { CheckSubject, RuleInForce } from "@/lib/domain/check/finding";
import { prefaceText } from "@/lib/domain/check/subject-texts";
import type { Cycle, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { printSegments } from "@/lib/domain/narrative";
import { mapNarrative } from "@/lib/domain/narrative-map";
import type { DocumentWithoutSources, ReportDocument } from "@/lib/domain/report-document";

/** What a unit has said so far, and what its section is checked against. */
export type UnitAnswers = {
  cycle: Pick<Cycle, "year" | "format">;
  sectionId: SectionId;
  isOffice: boolean;
  /** The unit's typed cells of all its sections, and its indicators. */
  figures: Figures;
  /** The text under each heading of this section. */
  paragraphs: Readonly<Record<string, string>>;
  outline: readonly OutlineHeading[];
  indicators: readonly Indicator[];
  previous: CheckSubject["previous"];
  /** What the unit published itself for this year, where it was taken in. */
  ownReport: Figures | null;
  /** What the unit's ledger of requests counts for this section; null where none was taken. */
  ledger: Figures | null;
  ruleSettings: readonly RuleInForce[];
};

/**
 * A unit's section as a subject of checks. The office's own text speaks of the whole district, whose figures are not
 * there before the roll-up: it is held against them when the report is finalised, not here.
 */
export function subjectOfUnit(answers: UnitAnswers): CheckSubject {
  const { format, year } = answers.cycle;
  const figures = computeTotals(format, answers.figures);
  const speaksForDistrict = answers.isOffice && getSection(format, answers.sectionId).kind === "narrative";
  const lookup = (key: string): string | null => figures[key] ?? answers.figures[key] ?? null;
  return {
    format,
    level: "unit",
    year,
    sections: [answers.sectionId],
    figures: speaksForDistrict ? {} : figures,
    texts: answers.outline.flatMap((heading) => {
      const text = answers.paragraphs[heading.key];
      if (heading.sectionId !== answers.sectionId || text === undefined) return [];
      return [
        {
          headingKey: heading.key,
          sectionId: heading.sectionId,
          title: heading.title,
          text: mapNarrative(text, lookup).printed,
        },
      ];
    }),
    indicators: answers.indicators.map((indicator) => ({
      key: indicator.key,
      label: indicator.label,
      unit: indicator.unit,
      isApproximate: indicator.isApproximate,
      value: answers.figures[`indicators.${indicator.key}`] ?? null,
    })),
    previous: answers.previous,
    ownReport: answers.ownReport,
    ledger: answers.ledger,
    ruleSettings: answers.ruleSettings,
    hasComputedTotals: true,
  };
}

/** The district's report as a subject of checks. */
export function subjectOfDocument(
  document: DocumentWithoutSources,
  previous: ReportDocument | null,
  {
    level = "district",
    ruleSettings = [],
  }: { level?: "district" | "city"; ruleSettings?: readonly RuleInForce[] } = {},
): CheckSubject {
  return {
    format: document.format,
    level,
    year: document.year,
    organisation: document.district,
    sections: document.format.sections.map((section) => section.id),
    figures: document.figures,
    texts: [
      ...prefaceText(document.preface.map(printSegments).join("\n")),
      ...document.sections.flatMap((section) =>
        section.headings.map((heading) => ({
          headingKey: heading.key,
          sectionId: section.id,
          title: heading.title,
          text: heading.paragraphs.map(printSegments).join("\n"),
        })),
      ),
    ],
    indicators: document.indicators.map(({ key, label, unit, value, isApproximate }) => ({
      key,
      label,
      unit,
      value,
      isApproximate,
    })),
    previous: previous
      ? {
          year: previous.year,
          formatId: previous.format.id,
          figures: previous.figures,
          texts: Object.fromEntries(
            previous.sections.map((section) => [
              section.id,
              section.headings.flatMap((heading) => heading.paragraphs.map(printSegments)).join("\n"),
            ]),
          ),
        }
      : null,
    ruleSettings,
    hasComputedTotals: true,
  };
}
