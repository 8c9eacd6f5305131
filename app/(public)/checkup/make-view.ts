import {
  anchorOfCell,
  anchorOfMark,
  type CheckedTextView,
  type CheckUpView,
  type FindingMark,
  type TextPiece,
} from "@/components/checkup/checkup-view";
import type { CheckedText, Finding, Severity } from "@/lib/domain/check/finding";
import type { CellKey } from "@/lib/domain/format";
import { listRepeatedSections } from "@/lib/domain/repeated-share";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { findingInLanguage } from "@/lib/formats/finding-words";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import type { CheckedReport } from "@/lib/services/check-up";
import { wordFindings } from "./worded-findings";

/** Puts a check-up into the words and places of its page. */
export async function makeView(checked: CheckedReport, source: string, locale: Locale): Promise<CheckUpView> {
  const { report, format, previous, findings } = checked;
  const worded = await wordFindings(checked, locale);
  const subject = subjectOfInterchange(report, format, previous);
  const { texts } = subject;
  const sections = format.sections.filter((section) => section.kind === "tables");
  return {
    title: report.title,
    source,
    previousTitle: previous?.title ?? null,
    notCompared:
      checked.notCompared &&
      (await translatorOf(locale, "intake"))(`not_compared.${checked.notCompared}`, { year: report.year - 1 }),
    form: format.document,
    cells: Object.keys(report.figures).length,
    tables: sections.map(({ id, number, title, tables }) => ({
      id,
      number,
      title,
      tables,
      counts: countBySeverity(findings.filter((finding) => finding.sectionId === id && finding.text === null)),
    })),
    figures: report.figures,
    marks: markCells(findings),
    texts: texts.map((text) => viewText(text, report.outline ?? [], findings)),
    findings: findings.map((finding, index) => ({
      id: finding.id,
      number: index + 1,
      severity: finding.severity,
      place: worded[index]?.place ?? "",
      sentence: worded[index]?.message ?? "",
      terms: findingInLanguage(finding, locale).terms,
      anchor: anchorOf(finding, index + 1),
    })),
    counts: countBySeverity(findings),
    absent: (report.missing_sections ?? []).flatMap((id) => {
      const section = format.sections.find((candidate) => candidate.id === id);
      return section ? [`${section.number}、${section.title}`] : [];
    }),
    unplaced: report.unplaced ?? [],
    repeated: listRepeatedSections(subject).map((repeated) => {
      const section = format.sections.find(({ id }) => id === repeated.sectionId);
      return { ...repeated, name: section ? `${section.number}、${section.title}` : "" };
    }),
    payload: JSON.stringify({ report, previous }),
  };
}

function anchorOf(finding: Finding, number: number): string | null {
  if (finding.text) return anchorOfMark(number);
  const [cell] = finding.cells;
  return cell === undefined ? null : anchorOfCell(cell);
}

/** A cell carries the first finding that is about it: errors come before warnings. */
function markCells(findings: readonly Finding[]): Record<CellKey, FindingMark> {
  const marks: Record<CellKey, FindingMark> = {};
  for (const [index, finding] of findings.entries()) {
    const [cell] = finding.cells;
    if (cell !== undefined && finding.text === null) marks[cell] ??= { number: index + 1, severity: finding.severity };
  }
  return marks;
}

function viewText(
  text: CheckedText,
  outline: readonly { key: string; number: string; level: number }[],
  findings: readonly Finding[],
): CheckedTextView {
  const heading = outline.find((candidate) => candidate.key === text.headingKey);
  const marked = findings
    .flatMap((finding, index) =>
      finding.text?.headingKey === text.headingKey
        ? [{ ...finding.text, mark: { number: index + 1, severity: finding.severity } }]
        : [],
    )
    .toSorted((left, right) => left.start - right.start);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end, mark } of marked) {
    // Findings that share words are shown at the first of them.
    if (start < at) continue;
    pieces.push({ text: text.text.slice(at, start), mark: null }, { text: text.text.slice(start, end), mark });
    at = end;
  }
  pieces.push({ text: text.text.slice(at), mark: null });
  return {
    key: text.headingKey,
    number: heading?.number ?? "",
    title: text.isExcerpt ? "" : text.title,
    level: heading?.level ?? 0,
    paragraphs: splitLines(pieces),
  };
}

/** Pieces line by line; a marked piece that runs over a line end stays whole. */
function splitLines(pieces: readonly TextPiece[]): TextPiece[][] {
  const lines: TextPiece[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.mark ? [piece.text] : piece.text.split("\n");
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, mark: piece.mark });
    }
  }
  return lines.filter((line) => line.length > 0);
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
