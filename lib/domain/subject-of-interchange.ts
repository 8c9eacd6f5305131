import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import { prefaceText } from "@/lib/domain/check/subject-texts";
import type { Format, SectionId } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { SECTION_IDS } from "@/lib/domain/section-ids";

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
    // Only a reader that looked for every section says what it could not place.
    ...(report.unplaced && report.missing_sections
      ? { reading: { unplaced: report.unplaced, relabelled: report.relabelled ?? [] } }
      : {}),
  };
}

/** "宿迁市" out of "宿迁市2023年政府信息公开工作年度报告"; the report's own word where it has one. */
export function nameOrganisation(report: BodyNames): string {
  if (report.organisation) return report.organisation;
  return report.title
    .replace(/[\s　]+/g, "")
    .replace(/^关于/, "")
    .replace(/(?:二[〇○零]|\d)[\d〇○零一二三四五六七八九]{2,3}年度?/g, "")
    .replace(/(?:人民政府)?(?:的)?(?:政府)?信息公开(?:工作)?.*$/, "")
    .replace(/年度报告.*$/, "");
}

type BodyNames = Pick<InterchangeReport, "title" | "organisation">;

/** The name by which the years of one body find one another; empty where the report does not name it. */
export function bodyOf(report: BodyNames): string {
  return nameOrganisation(report)
    .replace(/\s/g, "")
    .replace(/(?:人民)?政府$/u, "");
}

function levelOf(name: string): CheckSubject["level"] {
  const isLocal = /[省市县区州盟旗镇乡]|街道/.test(name);
  // The State Council's departments make regulations, too.
  if (!isLocal) return /(?:部|委|委员会|总局|署|国务院.*)$/.test(name) ? "city" : "district";
  return /(?:省|自治区|市|自治州|州|盟|地区)(?:(?:人民)?政府)?(?:办公厅|办公室|政务公开办公室)?$/.test(name)
    ? "city"
    : "district";
}

/**
 * Without any narrative only the tables were read, and with one section of it only that one: what else there is in the
 * report is not known, and not missed. A reader that looked for the others says so.
 */
function sectionsOf(report: InterchangeReport, format: Format): SectionId[] {
  const written = new Set(Object.keys(report.narrative ?? {}).map((key) => sectionOf(report, format, key)?.id));
  const isWhole = report.missing_sections !== undefined || written.size > 1;
  return format.sections
    .filter((section) => {
      if (section.kind === "narrative") return report.narrative !== undefined && (isWhole || written.has(section.id));
      return (
        report.narrative !== undefined ||
        section.tables.some((table) => table.cells.some((cell) => report.figures[cell.key] !== undefined))
      );
    })
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

/** The whole text, and the sentences quoted from what it does not hold. */
function textsOf(report: InterchangeReport, format: Format): CheckedText[] {
  const titles = new Map((report.outline ?? []).map((heading) => [heading.key, heading.title]));
  const whole = Object.entries(report.narrative ?? {}).map(([key, text]): CheckedText => {
    const section = sectionOf(report, format, key);
    // Text of a place that the form does not know is still read.
    if (!section) return quoted(key, text);
    return { headingKey: key, sectionId: section.id, title: titles.get(key) ?? section.title, text };
  });
  const all = whole.map((text) => text.text).join("\n");
  return [
    ...prefaceText((report.preface ?? []).join("\n")),
    ...whole,
    ...(report.narrative_facts ?? [])
      .map(({ text }, index) => quoted(`narrative_facts.${index + 1}`, text))
      .filter(({ text, sectionId }) => !all.includes(text) && !whole.some((part) => part.sectionId === sectionId)),
  ];
}

function quoted(headingKey: string, text: string): CheckedText {
  return { headingKey, sectionId: "overview", title: "", text, isExcerpt: true };
}

/** By its id ("overview", "overview.2"), its number ("一", "一、总体情况") or its title. */
function sectionOf(report: InterchangeReport, format: Format, key: string): Format["sections"][number] | undefined {
  const name = report.outline?.find((heading) => heading.key === key)?.section ?? key;
  const id = name.split(".")[0];
  const plain = name.replace(/\s/g, "");
  return format.sections.find(
    (section) =>
      section.id === id ||
      plain === section.number ||
      plain.startsWith(`${section.number}、`) ||
      plain.endsWith(section.title),
  );
}

function joinSection(texts: readonly CheckedText[], sectionId: SectionId): string {
  return texts
    .filter((text) => text.sectionId === sectionId && !text.isExcerpt)
    .map((text) => text.text)
    .join("\n");
}
