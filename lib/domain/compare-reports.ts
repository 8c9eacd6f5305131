import { subtractDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";

/** More bodies than this beside one another are read by nobody; who needs all takes the open data. */
export const COMPARED_BODIES = 12;

/** One figure of a published report; `hasCell` is false where the year's form does not ask for it. */
export type PublishedFigure = {
  reportId: string;
  districtId: string;
  districtName: string;
  year: number;
  formatId: string;
  hasCell: boolean;
  value: string | null;
};

export type ComparedBody = {
  districtId: string;
  name: string;
  /** By year; a year without a report is not there. */
  figures: ReadonlyMap<number, PublishedFigure>;
  /** The newest year of all less the one before it; null where either is no number. */
  change: DecimalText | null;
};

/** One figure of several bodies over the years. */
export type Comparison = {
  cellKey: CellKey;
  /** Oldest first. */
  years: number[];
  bodies: ComparedBody[];
  /** The forms of these reports with their years, oldest first: more than one may count differently. */
  forms: { formatId: string; years: number[] }[];
};

/** Lays one figure of published reports out by body, by name, and year. */
export function compareFigures(cellKey: CellKey, figures: readonly PublishedFigure[]): Comparison {
  const years = [...new Set(figures.map(({ year }) => year))].toSorted((left, right) => left - right);
  const bodies = [...Map.groupBy(figures, ({ districtId }) => districtId)].map(([districtId, own]): ComparedBody => {
    const byYear = new Map(own.map((figure) => [figure.year, figure]));
    return { districtId, name: own[0]?.districtName ?? "", figures: byYear, change: changeOf(byYear, years) };
  });
  const forms = [...Map.groupBy(figures, ({ formatId }) => formatId)].map(([formatId, own]) => ({
    formatId,
    years: [...new Set(own.map(({ year }) => year))].toSorted((left, right) => left - right),
  }));
  return {
    cellKey,
    years,
    bodies: bodies.toSorted((left, right) => left.name.localeCompare(right.name, "zh-CN")),
    forms: forms.toSorted((left, right) => (left.years[0] ?? 0) - (right.years[0] ?? 0)),
  };
}

function changeOf(figures: ReadonlyMap<number, PublishedFigure>, years: readonly number[]): DecimalText | null {
  const [newest, before] = [numberOf(figures, years.at(-1)), numberOf(figures, years.at(-2))];
  return newest === null || before === null ? null : subtractDecimals(newest, before);
}

function numberOf(figures: ReadonlyMap<number, PublishedFigure>, year: number | undefined): DecimalText | null {
  const found = year === undefined ? undefined : figures.get(year);
  const figure = readFigure(found?.value ?? null);
  return found?.hasCell && figure.kind === "number" ? figure.value : null;
}

/** The comparison as a table with heads: a body a row, a year a column; what is blank or not asked for is empty. */
export function comparisonTable({ years, bodies }: Comparison): string[][] {
  return [
    ["body", ...years.map(String)],
    ...bodies.map(({ name, figures }) => [name, ...years.map((year) => figures.get(year)?.value ?? "")]),
  ];
}

/** The comparison with a figure a row; `asked` is false where the year's form does not ask for it, and a blank is null. */
export function comparisonRows({ cellKey, bodies }: Comparison, urlOf: (reportId: string) => string) {
  return bodies.flatMap(({ name, figures }) =>
    [...figures.values()].map(({ reportId, year, formatId, hasCell, value }) => ({
      report: reportId,
      url: urlOf(reportId),
      body: name,
      year,
      format: formatId,
      cell: cellKey,
      asked: hasCell,
      value,
    })),
  );
}
