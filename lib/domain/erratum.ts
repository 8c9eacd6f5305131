import { canonicalJson } from "@/lib/domain/canonical";
import { indexCells } from "@/lib/domain/cell";
import { printSegments } from "@/lib/domain/narrative";
import type { DocumentWithoutSources, ReportDocument } from "@/lib/domain/report-document";
import { compareParagraphs } from "@/lib/domain/text-difference";

export type Erratum = NonNullable<ReportDocument["erratum"]>;

/** The place of what stands before the first section. */
const PREFACE = "前言";

/** Everything in which a corrected report differs from the one it supersedes: figures, indicators and paragraphs. */
export function composeErratum(before: DocumentWithoutSources, after: DocumentWithoutSources, reason: string): Erratum {
  return {
    supersedesVersion: before.version,
    reason,
    differences: [...compareFigures(before, after), ...compareIndicators(before, after)],
    passages: compareText(before, after),
  };
}

/** True where a reader of both versions would find nothing different in them but their number and dates. */
export function saysTheSame(before: DocumentWithoutSources, after: DocumentWithoutSources): boolean {
  const { differences, passages } = composeErratum(before, after, "");
  return differences.length === 0 && passages.length === 0 && readApart(before) === readApart(after);
}

/** What is printed beside figures and text. */
function readApart({ title, district, office, contact, units, notes, adjustments }: DocumentWithoutSources): string {
  const corrections = adjustments.map(({ cellKey, amount, reason }) => ({ cellKey, amount, reason }));
  return canonicalJson({ title, district, office, contact, units, notes, adjustments: corrections });
}

function compareFigures(before: DocumentWithoutSources, after: DocumentWithoutSources): Erratum["differences"] {
  return [...indexCells(after.format).values()].flatMap(({ cell, table }) => {
    const oldValue = before.figures[cell.key] ?? null;
    const newValue = after.figures[cell.key] ?? null;
    if (oldValue === newValue) return [];
    const row = table.rows.find((candidate) => candidate.key === cell.row);
    const column = table.columns.find((candidate) => candidate.key === cell.column);
    return [
      { cellKey: cell.key, label: `${row?.label ?? ""}·${column?.label ?? ""}`, before: oldValue, after: newValue },
    ];
  });
}

function compareIndicators(before: DocumentWithoutSources, after: DocumentWithoutSources): Erratum["differences"] {
  const older = new Map(before.indicators.map((indicator) => [indicator.key, indicator.value]));
  return after.indicators.flatMap(({ key, label, value }) => {
    const oldText = older.get(key) ?? null;
    return oldText === value ? [] : [{ cellKey: `indicators.${key}`, label, before: oldText, after: value }];
  });
}

function compareText(before: DocumentWithoutSources, after: DocumentWithoutSources): Erratum["passages"] {
  const older = listPassages(before);
  const newer = listPassages(after);
  return [...new Set([...newer.keys(), ...older.keys()])].flatMap((place) =>
    compareParagraphs(older.get(place) ?? [], newer.get(place) ?? []).map((passage) => ({ place, ...passage })),
  );
}

/** The paragraphs as they are printed, by where they stand: "一、总体情况（一）主动公开". */
function listPassages(document: DocumentWithoutSources): Map<string, string[]> {
  return new Map([
    [PREFACE, document.preface.map(printSegments)],
    ...document.sections.flatMap((section) =>
      section.headings.map((heading): [string, string[]] => [
        `${section.number}、${section.title}${heading.number}${heading.title}`,
        heading.paragraphs.map(printSegments),
      ]),
    ),
  ]);
}
