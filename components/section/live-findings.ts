import type { CellSaver } from "@/components/saving/cell-saver";
import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import { listBlanksAsZero, withBlanksAsZero } from "@/lib/domain/blank-cells";
import { carriedFrom } from "@/lib/domain/carry-forward";
import type { CheckSubject, Finding } from "@/lib/domain/check/finding";
import { listReplaceable } from "@/lib/domain/check/narr-table";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit, type UnitAnswers } from "@/lib/domain/check/subject";
import { readFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";

/** A number in a text that is known to be one cell's, and what stands in that cell. */
export type TiedNumber = { headingKey: string; start: number; end: number; cellKey: string; value: string };

export type LiveFindings = {
  /** Of the section as it is written, blank cells as blank. */
  findings: Finding[];
  /** Of the section as it would be submitted now, with the cells that count as 0. */
  asSubmitted: Finding[];
  blanksAsZero: CellKey[];
  numbers: TiedNumber[];
};

/**
 * What the rules say of a section as it was last left, cell by cell and text by text. The rules run again only when
 * something was left differently, never while somebody types.
 */
export function createLiveFindings(saver: CellSaver, answers: UnitAnswers, keys: readonly string[]) {
  let version = -1;
  let seen = "";
  let live: LiveFindings = { findings: [], asSubmitted: [], blanksAsZero: [], numbers: [] };
  const { format, year } = answers.cycle;
  const carried = carriedFrom({ format, year, previous: answers.previous });

  return (): LiveFindings => {
    if (version === saver.version()) return live;
    version = saver.version();
    const written = keys.map((key) => saver.cell(key).written);
    const now = JSON.stringify(written);
    if (now === seen) return live;
    seen = now;

    const figures: Record<string, string | null> = { ...answers.figures };
    const paragraphs: Record<string, string> = { ...answers.paragraphs };
    for (const [index, key] of keys.entries()) {
      const heading = headingOfAnchor(key);
      if (heading === null) figures[key] = written[index] ?? null;
      else paragraphs[heading] = written[index] ?? "";
    }
    const subject = subjectOfUnit({ ...answers, figures, paragraphs });
    const findings = runChecks(subject);
    const counted = withBlanksAsZero(format, figures, carried);
    live = {
      findings,
      asSubmitted:
        counted === figures ? findings : runChecks(subjectOfUnit({ ...answers, figures: counted, paragraphs })),
      blanksAsZero: listBlanksAsZero({ format, sectionId: answers.sectionId, figures, carried }),
      numbers: listTied(subject),
    };
    return live;
  };
}

function listTied(subject: CheckSubject): TiedNumber[] {
  const indicators = new Map(subject.indicators.map(({ key, value }) => [`indicators.${key}`, value]));
  return listReplaceable(subject).flatMap((number) => {
    const value = subject.figures[number.cellKey] ?? indicators.get(number.cellKey) ?? null;
    return readFigure(value).kind === "number" && value !== null ? [{ ...number, value }] : [];
  });
}

/** The number that a finding about a text says is wrong, where the cell that it names holds another. */
export function wrongNumberOf(finding: Finding, numbers: readonly TiedNumber[]): TiedNumber | null {
  const { text, cells, actual } = finding;
  if (!text) return null;
  const inside = numbers.find(
    (number) =>
      number.headingKey === text.headingKey &&
      number.start >= text.start &&
      number.end <= text.end &&
      cells.includes(number.cellKey),
  );
  return inside && inside.value !== actual ? inside : null;
}

/** Where a finding is to be looked for: the first cell that one can type into, else the text. */
export function anchorOf(finding: Finding, inputs: ReadonlySet<string>): string | null {
  if (finding.text) return paragraphAnchor(finding.text.headingKey);
  return finding.cells.find((cell) => inputs.has(cell)) ?? finding.cells[0] ?? null;
}
