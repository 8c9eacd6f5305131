import type { Figures } from "@/lib/domain/cell";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";

/** What the year before gives for the cells that are carried over, as `carriedFrom` says it. */
type Carried = ReadonlyMap<CellKey, DecimalText>;
type OfSection = { format: Format; sectionId: SectionId; figures: Figures };

/** The cells of a section's tables that are typed, in the order of printing; none of a section of text. */
export function listTypedCells(format: Format, sectionId: SectionId): CellKey[] {
  return listSectionCells(format, sectionId).flatMap((cell) => (cell.sumOf ? [] : [cell.key]));
}

/**
 * What saying that nothing happened in a section does: `blanks` become 0. `filled` counts the cells that hold something
 * else than 0 and speak against it.
 */
export function decideNil({ format, sectionId, figures }: OfSection): { blanks: CellKey[]; filled: number } {
  const typed = listTypedCells(format, sectionId);
  return {
    blanks: typed.filter((key) => isBlank(figures, key)),
    filled: typed.filter((key) => !isBlank(figures, key) && figures[key] !== "0").length,
  };
}

/**
 * Whether a section may be offered as one in which nothing happened: a table with blank cells, nothing but zeros beside
 * them, and nothing open from the year before.
 */
export function mayBeNil(section: OfSection & { carried: Carried }): boolean {
  const { blanks, filled } = decideNil(section);
  return blanks.length > 0 && filled === 0 && blanks.every((key) => !isExpected(section.carried, key));
}

/**
 * The blank cells that count as 0 when the section is submitted: those of a table in which its unit has filled in
 * something. A table in which nothing is filled in says nothing; its unit says whether it is nil. What the year before
 * left open is never taken for 0.
 */
export function listBlanksAsZero({ format, sectionId, figures, carried }: OfSection & { carried: Carried }): CellKey[] {
  const typed = listTypedCells(format, sectionId);
  if (!typed.some((key) => !carried.has(key) && !isBlank(figures, key))) return [];
  return typed.filter((key) => isBlank(figures, key) && !isExpected(carried, key));
}

/** A unit's figures as they would be once its tables are submitted. */
export function withBlanksAsZero(format: Format, figures: Figures, carried: Carried): Figures {
  const zeros = format.sections.flatMap(({ id }) => listBlanksAsZero({ format, sectionId: id, figures, carried }));
  return zeros.length === 0 ? figures : { ...figures, ...Object.fromEntries(zeros.map((key) => [key, "0"])) };
}

function isBlank(figures: Figures, key: CellKey): boolean {
  return (figures[key] ?? null) === null;
}

/** True of a cell that last year's open requests are carried into. */
function isExpected(carried: Carried, key: CellKey): boolean {
  const expected = readFigure(carried.get(key));
  return expected.kind === "number" && expected.value !== "0";
}
