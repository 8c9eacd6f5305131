import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import type { Format, SectionId } from "@/lib/domain/format";
import { SECTION_IDS } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";

/** A table of which fewer cells than this are named was not read whole; what it does not name is unknown. */
const KNOWN_SHARE = 0.5;

/** A read report as the checks want it, with the report of the year before where there is one. */
export function subjectOfInterchange(
  report: InterchangeReport,
  format: Format,
  previous: InterchangeReport | null,
): CheckSubject {
  const texts = textsOf(report, format);
  return {
    format,
    level: levelOf(nameOrganisation(report)),
    year: report.year,
    organisation: nameOrganisation(report),
    sections: sectionsOf(report, format),
    figures: report.figures,
    texts,
    indicators: [],
    previous: previous && {
      year: previous.year,
      formatId: previous.format,
      figures: previous.figures,
      texts: Object.fromEntries(
        SECTION_IDS.map((id): [string, string] => [id, joinSection(textsOf(previous, format), id)]).filter(
          ([, text]) => text !== "",
        ),
      ),
    },
    isPartial: isPartial(report, format),
  };
}

/** "宿迁市" out of "宿迁市2023年政府信息公开工作年度报告"; the report's own word where it has one. */
export function nameOrganisation(report: Pick<InterchangeReport, "title" | "organisation">): string {
  if (report.organisation) return report.organisation;
  return report.title
    .replace(/[\s　]+/g, "")
    .replace(/^关于/, "")
    .replace(/(?:二[〇○零]|\d)[\d〇○零一二三四五六七八九]{2,3}年度?/g, "")
    .replace(/(?:人民政府)?(?:的)?(?:政府)?信息公开(?:工作)?.*$/, "")
    .replace(/年度报告.*$/, "");
}

function levelOf(name: string): CheckSubject["level"] {
  return /(?:省|自治区|市|自治州|州|盟|地区)(?:人民政府|政府)?$/.test(name) ? "city" : "district";
}

/** Without any narrative only the tables were read, and the text is not missed. */
function sectionsOf(report: InterchangeReport, format: Format): SectionId[] {
  if (report.narrative) return format.sections.map((section) => section.id);
  return format.sections
    .filter((section) =>
      section.tables.some((table) => table.cells.some((cell) => report.figures[cell.key] !== undefined)),
    )
    .map((section) => section.id);
}

function isPartial(report: InterchangeReport, format: Format): boolean {
  return format.sections
    .flatMap((section) => section.tables)
    .some((table) => {
      const known = table.cells.filter((cell) => report.figures[cell.key] !== undefined).length;
      return known > 0 && known < table.cells.length * KNOWN_SHARE;
    });
}

/** The whole text where there is one, else the sentences quoted from it. */
function textsOf(report: InterchangeReport, format: Format): CheckedText[] {
  const preface = (report.preface ?? []).map(
    (text, index): CheckedText => ({
      headingKey: index === 0 ? "preface" : `preface.${index + 1}`,
      sectionId: "overview",
      title: "",
      text,
      isExcerpt: true,
    }),
  );
  if (!report.narrative) {
    return [
      ...preface,
      ...(report.narrative_facts ?? []).map(
        ({ text }, index): CheckedText => ({
          headingKey: `narrative_facts.${index + 1}`,
          sectionId: "overview",
          title: "",
          text,
          isExcerpt: true,
        }),
      ),
    ];
  }
  const outline = new Map((report.outline ?? []).map((heading) => [heading.key, heading]));
  const whole = Object.entries(report.narrative).flatMap(([key, text]): CheckedText[] => {
    const heading = outline.get(key);
    const section = format.sections.find((candidate) => candidate.id === (heading?.section ?? key.split(".")[0]));
    if (!section) return [];
    return [{ headingKey: key, sectionId: section.id, title: heading?.title ?? section.title, text }];
  });
  return [...preface, ...whole];
}

function joinSection(texts: readonly CheckedText[], sectionId: SectionId): string {
  return texts
    .filter((text) => text.sectionId === sectionId && !text.isExcerpt)
    .map((text) => text.text)
    .join("\n");
}
