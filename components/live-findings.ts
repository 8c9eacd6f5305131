import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit, type UnitAnswers } from "@/lib/domain/check/subject";
import type { CellSaver } from "./cell-saver";

/**
 * What the rules say of a section as it was last left, cell by cell and text by text. The rules run again only when
 * something was left differently, never while somebody types.
 */
export function createLiveFindings(saver: CellSaver, answers: UnitAnswers, keys: readonly string[]) {
  let version = -1;
  let seen = "";
  let findings: Finding[] = [];

  return (): Finding[] => {
    if (version === saver.version()) return findings;
    version = saver.version();
    const written = keys.map((key) => saver.cell(key).written);
    const now = JSON.stringify(written);
    if (now === seen) return findings;
    seen = now;

    const figures: Record<string, string | null> = { ...answers.figures };
    const paragraphs: Record<string, string> = { ...answers.paragraphs };
    for (const [index, key] of keys.entries()) {
      const heading = headingOfAnchor(key);
      if (heading === null) figures[key] = written[index] ?? null;
      else paragraphs[heading] = written[index] ?? "";
    }
    findings = runChecks(subjectOfUnit({ ...answers, figures, paragraphs }));
    return findings;
  };
}

/** Where a finding is to be looked for: the first cell that one can type into, else the text. */
export function anchorOf(finding: Finding, inputs: ReadonlySet<string>): string | null {
  if (finding.text) return paragraphAnchor(finding.text.headingKey);
  return finding.cells.find((cell) => inputs.has(cell)) ?? finding.cells[0] ?? null;
}
