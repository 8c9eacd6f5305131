import { EMPTY_TEXT } from "@/lib/domain/empty-text";
import { chartsOfSection } from "@/lib/domain/report-charts";
import type { PrintedReport, ReportHeading } from "@/lib/domain/report-document";
import { layoutTable } from "@/lib/domain/table-layout";
import type { Block } from "@/lib/render/block";
import { checkBlocks } from "@/lib/render/check-blocks";
import { imprintBlock, signatureBlocks } from "@/lib/render/closing-blocks";
import { erratumBlocks } from "@/lib/render/erratum-blocks";
import { printedDay } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";
import { annexBlocks, scopeBlocks } from "@/lib/render/unit-blocks";
import { WORDS } from "@/lib/render/words";

/**
 * A report as the list of blocks that every writer draws in this order; `options` choose charts and annexes and change
 * nothing else.
 */
export function listBlocks(document: PrintedReport, options: RenderOptions = {}): Block[] {
  return [
    ...noticeBlocks(document),
    { kind: "title", lines: breakTitle(document.title) },
    {
      kind: "meta",
      office: document.office || document.district,
      day: printedDay(document),
      version: document.version === null ? null : WORDS.version(document.version),
    },
    ...erratumBlocks(document),
    ...document.preface.map((segments): Block => ({ kind: "paragraph", segments })),
    ...document.sections.flatMap((section) => sectionBlocks(document, section, options)),
    ...(document.notes.length > 0
      ? [{ kind: "notes", heading: WORDS.notes, notes: document.notes } satisfies Block]
      : []),
    ...scopeBlocks(document),
    ...signatureBlocks(document),
    ...annexesOf(document, options),
    imprintBlock(document),
  ];
}

/** What stands behind 落款: the record of the checks, and each unit's figures where they were asked for. */
function annexesOf(document: PrintedReport, { unitAnnexes }: RenderOptions): Block[] {
  const before = document.checks ? 1 : 0;
  return [...checkBlocks(document, unitAnnexes ? before : null), ...(unitAnnexes ? annexBlocks(document, before) : [])];
}

/** A long title breaks where the words of the form begin: the district above, what it is below. */
export function breakTitle(title: string): string[] {
  const at = title.search(/政府信息公开/);
  return at > 6 && title.length > 18 ? [title.slice(0, at), title.slice(at)] : [title];
}

/** What this is where it is no record: a draft with what is missing, or figures from a file that does not say what it is. */
function noticeBlocks({ state, gaps }: PrintedReport): Block[] {
  if (state === "draft") {
    return [{ kind: "notice", label: WORDS.draft, heading: WORDS.draftHeading, gapsHeading: WORDS.gaps, gaps }];
  }
  if (state !== null) return [];
  return [{ kind: "notice", label: WORDS.rendering, heading: WORDS.renderingHeading, gapsHeading: WORDS.gaps, gaps }];
}

function sectionBlocks(
  document: PrintedReport,
  section: PrintedReport["sections"][number],
  options: RenderOptions,
): Block[] {
  const form = document.format.sections.find((candidate) => candidate.id === section.id);
  const charts = options.charts === false ? [] : chartsOfSection(document, section.id);
  return [
    { kind: "heading", level: 1, text: `${section.number}、${section.title}`, anchor: section.id },
    ...remarkOnSection(document, section),
    ...section.headings.flatMap((heading, index): Block[] => [
      ...(hasTitle(heading)
        ? [
            {
              kind: "heading",
              level: headingLevel(heading.level),
              text: `${heading.number}${heading.title}`,
              anchor: heading.key,
            } satisfies Block,
          ]
        : []),
      ...heading.paragraphs.map((segments): Block => ({ kind: "paragraph", segments })),
      ...remarkOnHeading(document, heading, section.headings[index + 1]),
    ]),
    ...(form?.tables ?? []).map(
      (table): Block => ({ kind: "table", table, layout: layoutTable(table), sectionId: section.id }),
    ),
    ...charts.map((chart): Block => ({ kind: "chart", chart })),
  ];
}

/** A section that has nothing at all below its heading says why. */
function remarkOnSection(document: PrintedReport, section: PrintedReport["sections"][number]): Block[] {
  const { kind, headings, id } = section;
  if (kind === "tables") {
    const tables = document.format.sections.find((candidate) => candidate.id === id)?.tables ?? [];
    const isKnown = tables.some((table) => table.cells.some((cell) => (document.figures[cell.key] ?? null) !== null));
    return isKnown || document.state === "draft" ? [] : [{ kind: "remark", text: EMPTY_TEXT.noFigures }];
  }
  if (headings.some((heading) => hasTitle(heading) || heading.paragraphs.length > 0)) return [];
  return [{ kind: "remark", text: emptyTextOf(document, headings.length > 0) }];
}

/** A heading with neither text nor headings of its own below it says why. */
function remarkOnHeading(document: PrintedReport, heading: ReportHeading, next: ReportHeading | undefined): Block[] {
  const hasChildren = next !== undefined && next.level > heading.level;
  if (!hasTitle(heading) || heading.paragraphs.length > 0 || hasChildren) return [];
  return [{ kind: "remark", text: emptyTextOf(document, true) }];
}

function emptyTextOf({ state }: PrintedReport, isInSource: boolean): string {
  if (state === "draft") return EMPTY_TEXT.unwritten;
  return isInSource ? EMPTY_TEXT.blank : EMPTY_TEXT.absent;
}

function hasTitle({ number, title }: ReportHeading): boolean {
  return number !== "" || title !== "";
}

function headingLevel(level: number): 2 | 3 | 4 | 5 {
  if (level <= 1) return 2;
  if (level === 2) return 3;
  return level === 3 ? 4 : 5;
}
