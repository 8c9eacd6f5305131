import { isEmptyTextNote } from "@/lib/domain/empty-text";
import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { FORMATS, formatForYear } from "@/lib/formats";
import type { Block, Row } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import type { FoundTable } from "@/lib/intake/mend-tables";
import { placeNarrative } from "@/lib/intake/place-narrative";
import { isTableRow, placeTables } from "@/lib/intake/place-tables";
import { readTitle, yearOfOverview } from "@/lib/intake/read-title";
import { rowsOfCells } from "@/lib/intake/rows-of-cells";
import { isAfter, readSectionHeading } from "@/lib/intake/section-heading";
import { isAfterReport } from "@/lib/intake/text-after-report";

/** Makes a report of what a reader found: figures by their labels, text by its headings, and what could not be placed. */
export function placeReport(blocks: readonly Block[]): InterchangeReport {
  const parts = splitSections(blocks);
  const tables = placeTables(parts.tables);
  const { title, preface, organisation, ...front } = readTitle(parts.front);
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
    ...(organisation === null ? {} : { organisation }),
    preface,
    figures: figuresOf(tables.figures, format),
    narrative,
    outline,
    missing_sections: missingSections(parts.sections, tables.figures, format),
    unplaced: [...tables.unplaced, ...parts.unplaced],
    ...(tables.relabelled.length === 0 ? {} : { relabelled: tables.relabelled }),
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

type Parts = {
  front: string[];
  /** Cells of the open section's tables that no reader put into rows. */
  loose: string[];
  sections: Map<SectionId, string[]>;
  tables: FoundTable[];
  unplaced: string[];
};

function splitSections(blocks: readonly Block[]): Parts {
  const parts: Parts = { front: [], loose: [], sections: new Map(), tables: [], unplaced: [] };
  let current: SectionId | null = null;
  let isOver = false;
  const closeLoose = () => {
    if (parts.loose.length > 0) parts.tables.push({ section: current, rows: rowsOfCells(parts.loose) });
    parts.loose = [];
  };
  const takeParagraph = (text: string, cells: readonly string[]) => {
    const heading = headingOf(text, current, parts);
    if (heading) {
      closeLoose();
      current = heading.id;
      isOver = false;
      parts.sections.set(heading.id, heading.text === "" ? [] : [heading.text]);
    } else if (current === null) parts.front.push(text);
    else if (isOver || ((current === "problems" || current === "other") && isAfterReport(text))) isOver = true;
    else if (isTableSection(current) && isEmptyTextNote(text)) return;
    else if (isTableSection(current)) parts.loose.push(...cells);
    else parts.sections.get(current)?.push(text);
  };
  const isText = (line: string, isStatutory: boolean) =>
    !isStatutory || headingOf(line, current, parts) !== null || !(isTableSection(current) || isTableRow([line]));
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
      else if (current === null) parts.front.push(...filled);
      else parts.unplaced.push(filled.join(" "));
    }
    closeRows();
  }
  closeLoose();
  if (current !== null) dropSignature(parts.sections.get(current) ?? [], parts.front);
  return parts;
}

const DAY = /^（?\d{4}年\d{1,2}月\d{1,2}日）?$/u;

/** 落款 says again who stands behind the report, and when it was completed; it is none of the last section's text. */
function dropSignature(lines: string[], front: readonly string[]): void {
  const [name = "", day = ""] = lines.slice(-2);
  if (name.length > 1 && DAY.test(day) && front.some((line) => line.includes(name))) lines.splice(-2);
}

function isTableSection(section: SectionId | null): boolean {
  return section === "active" || section === "requests" || section === "litigation";
}

/**
 * Headings come in their order; a row label of table 三 ("三、本年度办理结果") is none. As long as headings are all that
 * was read, they were a table of contents, and the report may begin again.
 */
function headingOf(line: string, current: SectionId | null, parts: Parts): { id: SectionId; text: string } | null {
  const heading = readSectionHeading(line);
  if (!heading || isTableRow([line.replace(/(?:\s+[-\d.,/]+)+$/, "")])) return null;
  const isContents =
    parts.tables.length + parts.loose.length === 0 && [...parts.sections.values()].every((lines) => lines.length === 0);
  const id = heading.ids.find(
    (candidate) => isContents || (!parts.sections.has(candidate) && (!current || isAfter(candidate, current))),
  );
  if (!id) return null;
  if (parts.sections.has(id)) parts.sections.clear();
  return { id, text: heading.text };
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
      return (sections.get(id) ?? []).every(isEmptyTextNote);
    });
}
