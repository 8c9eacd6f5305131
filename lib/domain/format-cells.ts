import type { Format, FormatCell, FormatSection, SectionId } from "./format";

/**
 * Frequent look-ups in a format. They stand apart from the schema, so that the rules which run in the browser
 * do not bring the schema's library with them.
 */

/** All statutory cells in the order of printing. */
export function listCells(format: Format): FormatCell[] {
  return format.sections.flatMap((section) => section.tables.flatMap((table) => table.cells));
}

/** The cells of one section in the order of printing, totals included; none of a narrative section. */
export function listSectionCells(format: Format, sectionId: SectionId): FormatCell[] {
  return getSection(format, sectionId).tables.flatMap((table) => table.cells);
}

/** Throws on a section that the format does not have, which only a bug can ask for. */
export function getSection(format: Format, sectionId: SectionId): FormatSection {
  const section = format.sections.find((candidate) => candidate.id === sectionId);
  if (!section) throw new Error(`format ${format.id} has no section ${sectionId}`);
  return section;
}
