import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { FORMATS, formatForYear } from "@/lib/formats";
import type { Block, Row } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import { isAfterwards } from "@/lib/intake/page-furniture";
import { placeNarrative } from "@/lib/intake/place-narrative";
import { type FoundTable, isTableRow, placeTables } from "@/lib/intake/place-tables";
import { readTitle, yearOfOverview } from "@/lib/intake/read-title";
import { rowsOfCells } from "@/lib/intake/rows-of-cells";

/** By what a section is known when its heading is worded or numbered in its own way. */
const SECTION_WORDS: readonly (readonly [SectionId, RegExp])[] = [
  ["overview", /总体情况|概述|基本情况|总体工作情况/],
  ["active", /主动公开/],
  ["requests", /收到和处理|依申请公开|信息公开申请/],
  ["litigation", /复议|诉讼/],
  ["problems", /问题|改进/],
  ["other", /其[他它].*(?:事项|情况|需要|说明)|需要(?:说明|报告)/],
];
const HEADING = /^(?:第?[一二三四五六七八九十][、.．,，]|第[一二三四五六]部分[、：:]?)\s*(.{2,40})$/u;

/** Makes a report of what a reader found: figures by their labels, text by its headings, and what could not be placed. */
export function placeReport(blocks: readonly Block[]): InterchangeReport {
  const parts = splitSections(blocks);
  const tables = placeTables(parts.tables);
  const { title, preface, ...front } = readTitle(parts.front);
  const year = front.year ?? yearOfOverview(parts.sections.get("overview") ?? []);
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

/** Of several ways to read one file, the one that places most cells and leaves least over; the first of equals. */
export function placeBest(ways: readonly (readonly Block[])[]): InterchangeReport {
  let best: { report: InterchangeReport; score: readonly number[] } | null = null;
  let problem: unknown = new Unreadable("no_report");
  for (const blocks of ways) {
    try {
      const report = placeReport(blocks);
      const score = scoreOf(report);
      if (!best || isHigher(score, best.score)) best = { report, score };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problem = error;
    }
  }
  if (!best) throw problem;
  return best.report;
}

/** Figures found, then the fewest lines left over, then cells found to be blank. */
function scoreOf({ figures, unplaced = [] }: InterchangeReport): readonly number[] {
  const values = Object.values(figures);
  return [values.filter((value) => value !== null).length, -unplaced.length, values.length];
}

function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}

type Parts = { front: string[]; sections: Map<SectionId, string[]>; tables: FoundTable[]; unplaced: string[] };

function splitSections(blocks: readonly Block[]): Parts {
  const parts: Parts = { front: [], sections: new Map(), tables: [], unplaced: [] };
  let current: SectionId | null = null;
  let isOver = false;
  let loose: string[] = [];
  const closeLoose = () => {
    if (loose.length > 0) parts.tables.push({ section: current, rows: rowsOfCells(loose) });
    loose = [];
  };
  const takeParagraph = (text: string, cells: readonly string[]) => {
    const section = sectionOf(text, current, parts);
    if (section) {
      closeLoose();
      current = section;
      isOver = false;
      parts.sections.set(section, []);
    } else if (current === null) parts.front.push(text);
    else if (isOver || ((current === "problems" || current === "other") && isAfterwards(text))) isOver = true;
    else if (isTableSection(current)) loose.push(...cells);
    else parts.sections.get(current)?.push(text);
  };
  const isText = (line: string, isStatutory: boolean) =>
    !isStatutory || sectionOf(line, current, parts) !== null || !(isTableSection(current) || isTableRow([line]));
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      takeParagraph(block.text, block.cells ?? [block.text]);
      continue;
    }
    const isStatutory = isTableSection(current) || block.rows.some((row) => isTableRow(row.map((cell) => cell.text)));
    let rows: Row[] = [];
    const closeRows = () => {
      if (rows.length > 0) parts.tables.push({ section: current, rows });
      rows = [];
    };
    closeLoose();
    for (const row of block.rows) {
      const filled = row.map((cell) => cell.text).filter((text) => text !== "");
      const [only = ""] = filled;
      if (isOver || filled.length === 0) continue;
      // A row of one cell is a line of text that a table only frames, unless it is a head within a statutory table.
      if (filled.length === 1 && isText(only, isStatutory)) {
        closeRows();
        takeParagraph(only, [only]);
      } else if (isStatutory) rows.push(row);
      else if (current === null) parts.front.push(filled.join(" "));
      else parts.unplaced.push(filled.join(" "));
    }
    closeRows();
  }
  closeLoose();
  return parts;
}

function isTableSection(section: SectionId | null): boolean {
  return section === "active" || section === "requests" || section === "litigation";
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
  const foreign = [...found].filter(([key, value]) => !known.has(key) && value !== "");
  return Object.fromEntries([...inOrder, ...foreign]);
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
