import { isEmptyTextNote } from "@/lib/domain/empty-text";
import type { SectionId } from "@/lib/domain/format";
import type { Block, Row } from "@/lib/intake/block";
import type { FoundTable } from "@/lib/intake/mend-tables";
import { isTableRow } from "@/lib/intake/place-tables";
import { rowsOfCells } from "@/lib/intake/rows-of-cells";
import { isAfter, readSectionHeading } from "@/lib/intake/section-heading";
import { isAfterReport } from "@/lib/intake/text-after-report";

type Parts = {
  front: string[];
  /** Cells of the open section's tables that no reader put into rows. */
  loose: string[];
  sections: Map<SectionId, string[]>;
  tables: FoundTable[];
  unplaced: string[];
};

/** Parts the blocks of a report by the headings of its sections. */
export function splitSections(blocks: readonly Block[]): Parts {
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
