import { isEmptyTextNote } from "@/lib/domain/empty-text";
import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { FORMATS, formatForYear } from "@/lib/formats";
import type { Block } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import { placeNarrative } from "@/lib/intake/place-narrative";
import { placeTables } from "@/lib/intake/place-tables";
import { readTitle, yearOfOverview } from "@/lib/intake/read-title";
import { splitSections } from "@/lib/intake/split-sections";

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
