import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import { FORMATS } from "@/lib/formats";

export function exampleFormat(id: "2019" | "2021"): Format {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}

/** Figures that agree with each other: every typed cell zero but for the given ones, every total right. */
export function exampleFigures(format: Format, typed: Figures = {}): Record<string, string | null> {
  const zeros = Object.fromEntries(listCells(format).map((cell) => [cell.key, "0"]));
  return computeTotals(format, { ...zeros, ...typed });
}

const TABLES = ["active", "requests", "litigation"] as const;

/** A district report's tables that agree with each other; what is given replaces its part. */
export function exampleSubject(
  formatId: "2019" | "2021",
  given: Partial<Omit<CheckSubject, "format">> & { typed?: Figures; cells?: Figures } = {},
): CheckSubject {
  const { typed, cells, ...rest } = given;
  const format = exampleFormat(formatId);
  return {
    format,
    level: "district",
    year: format.years.first,
    sections: TABLES,
    figures: { ...exampleFigures(format, typed), ...cells },
    texts: [],
    indicators: [],
    previous: null,
    ...rest,
  };
}

/** One piece of text in section 一. */
export function exampleText(text: string, given: Partial<CheckedText> = {}): CheckedText {
  return { headingKey: "overview.1", sectionId: "overview", title: "", text, ...given };
}
