import { printSegments } from "@/lib/domain/narrative";
import type { PrintedReport } from "@/lib/domain/report-document";
import { layoutTable } from "@/lib/domain/table-layout";

/**
 * What any page of a report must show, taken from the document alone and not from the writers' own list of blocks: a
 * block that the list loses would be missed by a test that is made from it.
 */
export function headingsOf(document: PrintedReport): string[] {
  return document.sections.flatMap((section) => [
    `${section.number}、${section.title}`,
    ...section.headings.map((heading) => `${heading.number}${heading.title}`).filter((text) => text !== ""),
  ]);
}

export function paragraphsOf(document: PrintedReport): string[] {
  return [
    ...document.preface.map(printed),
    ...document.sections.flatMap((section) => section.headings.flatMap((heading) => heading.paragraphs.map(printed))),
  ];
}

/** Each statutory table as rows of texts: the caption where it has one, its header levels, its body. */
export function tablesOf(document: PrintedReport): string[][][] {
  return document.format.sections.flatMap((section) =>
    section.tables.map((table) => {
      const layout = layoutTable(table);
      return [
        ...(table.caption === null ? [] : [[table.caption]]),
        ...[...layout.head, ...layout.body].map((row) =>
          row.map((cell) => {
            if (cell.kind === "label") return cell.text;
            return cell.kind === "figure" ? minus(document.figures[cell.cellKey] ?? "") : "";
          }),
        ),
      ];
    }),
  );
}

function printed(segments: PrintedReport["preface"][number]): string {
  return printSegments(
    segments.map((segment) => (segment.kind === "figure" ? { ...segment, value: minus(segment.value) } : segment)),
  );
}

/** A negative figure is printed with a minus sign, not a hyphen. */
export function minus(figure: string): string {
  return /^-[\d.]+$/.test(figure) ? figure.replace("-", "−") : figure;
}

/** Texts compared without the spaces and breaks that a layout puts in. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b]+/g, "");
}
