import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { FORMATS, formatForYear } from "@/lib/formats";
import type { Block, Row } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import { placeNarrative } from "@/lib/intake/place-narrative";
import { isTableRow, placeTables } from "@/lib/intake/place-tables";
import { readTitle } from "@/lib/intake/read-title";
import { rowsOfLines } from "@/lib/intake/rows-of-lines";

/** By what a section is known when its heading is worded or numbered in its own way. */
const SECTION_WORDS: readonly (readonly [SectionId, RegExp])[] = [
  ["overview", /总体情况|概述|基本情况|总体工作情况/],
  ["active", /主动公开/],
  ["requests", /收到和处理|依申请公开|信息公开申请/],
  ["litigation", /复议|诉讼/],
  ["problems", /问题|改进/],
  ["other", /其[他它].*(?:事项|情况|需要|说明)|需要(?:说明|报告)/],
];
const HEADING = /^(?:第?[一二三四五六七八九十][、.．,，]|第[一二三四五六]部分)\s*(.{2,40})$/u;
/** What a web page, and our own documents, say after the report. */
const AFTERWARDS =
  /^(?:版次|成文日期|发布日期|核验码|主管部门|汇总范围|报送单位|附件|打印|关闭|相关链接|扫一扫|分享|上一篇|下一篇|责任编辑|版权所有|主办单位|承办单位|网站地图|【)/u;

/** Makes a report of what a reader found: figures by their labels, text by its headings, and what could not be placed. */
export function placeReport(blocks: readonly Block[]): InterchangeReport {
  const parts = splitSections(blocks);
  const tables = placeTables(parts.tables);
  const { title, year, preface } = readTitle(parts.front);
  if (tables.figures.size === 0 && parts.sections.size === 0) throw new Unreadable("no_report");
  if (year === null) throw new Unreadable("no_year");
  const format = chooseFormat(tables.votes, year);
  const { narrative, outline } = placeNarrative(parts.sections, format);
  return {
    schema: "nianbao.report/1",
    title,
    year,
    format: format.id,
    preface,
    figures: figuresOf(tables.figures, format),
    narrative,
    outline,
    missing_sections: missingSections(parts.sections, tables.figures, format),
    unplaced: [...tables.unplaced, ...parts.unplaced],
  };
}

type Parts = { front: string[]; sections: Map<SectionId, string[]>; tables: Row[][]; unplaced: string[] };

function splitSections(blocks: readonly Block[]): Parts {
  const parts: Parts = { front: [], sections: new Map(), tables: [], unplaced: [] };
  let current: SectionId | null = null;
  let loose: string[] = [];
  const closeLoose = () => {
    if (loose.length > 0) parts.tables.push(rowsOfLines(loose));
    loose = [];
  };
  for (const block of blocks) {
    if (block.kind === "table") {
      closeLoose();
      if (block.rows.some((row) => isTableRow(row.map((cell) => cell.text)))) parts.tables.push([...block.rows]);
      else keepLayout(block.rows, current, parts);
      continue;
    }
    const section = sectionOf(block.text, current, parts);
    if (section) {
      closeLoose();
      current = section;
      if (!parts.sections.has(section)) parts.sections.set(section, []);
    } else if (current === null) parts.front.push(block.text);
    else if (AFTERWARDS.test(block.text) && current === "other") break;
    else if (current === "active" || current === "requests" || current === "litigation") loose.push(block.text);
    else parts.sections.get(current)?.push(block.text);
  }
  closeLoose();
  return parts;
}

/** A table without a statutory row only arranges text, or is one of the report's own. */
function keepLayout(rows: readonly Row[], current: SectionId | null, parts: Parts): void {
  for (const row of rows) {
    const line = row.flatMap((cell) => (cell.text === "" ? [] : [cell.text])).join(" ");
    if (line === "") continue;
    if (current === null) parts.front.push(line);
    else if (row.length === 1 && (current === "overview" || current === "problems" || current === "other")) {
      parts.sections.get(current)?.push(line);
    } else parts.unplaced.push(line);
  }
}

const ORDER = SECTION_WORDS.map(([id]) => id);

/** Headings come in their order; a row label of table 三 ("三、本年度办理结果") is none. */
function sectionOf(line: string, current: SectionId | null, parts: Parts): SectionId | null {
  const title = HEADING.exec(line)?.[1];
  if (title === undefined || /[。；]/.test(title) || isTableRow([line])) return null;
  const found = SECTION_WORDS.find(([id, words]) => words.test(title) && !parts.sections.has(id))?.[0];
  if (!found || (current !== null && ORDER.indexOf(found) < ORDER.indexOf(current))) return null;
  return found;
}

/** The version whose labels were found; the year's own where the labels do not tell. */
function chooseFormat(votes: ReadonlyMap<string, number>, year: number): Format {
  const [best, second] = FORMATS.map((format) => ({ format, count: votes.get(format.id) ?? 0 })).toSorted(
    (left, right) => right.count - left.count,
  );
  if (best && best.count > (second?.count ?? 0)) return best.format;
  const usual = formatForYear(year) ?? FORMATS[0];
  if (!usual) throw new Unreadable("no_report");
  return usual;
}

function figuresOf(found: ReadonlyMap<string, string>, format: Format): InterchangeReport["figures"] {
  const keys = format.sections.flatMap((section) =>
    section.tables.flatMap((table) => table.cells.map((cell) => cell.key)),
  );
  const known = new Set(keys);
  const inOrder = keys.filter((key) => found.has(key)).map((key) => [key, plainMinus(found.get(key)) || null] as const);
  // Cells of the other version stay: the check then says that the tables are those of another year.
  const foreign = [...found].filter(([key]) => !known.has(key));
  return Object.fromEntries([...inOrder, ...foreign.map(([key, value]) => [key, value || null] as const)]);
}

/** Print has a minus sign of its own; it is the same number. Dashes and full-width signs stay as they were found. */
function plainMinus(value: string | undefined): string | undefined {
  return value?.replace(/^−(?=\d+(?:\.\d+)?$)/, "-");
}

function missingSections(
  sections: ReadonlyMap<SectionId, readonly string[]>,
  figures: ReadonlyMap<string, string>,
  format: Format,
): SectionId[] {
  return format.sections
    .map((section) => section.id)
    .filter((id) => {
      if (getSection(format, id).kind === "tables") return ![...figures.keys()].some((key) => key.startsWith(`${id}.`));
      return (sections.get(id) ?? []).length === 0;
    });
}
