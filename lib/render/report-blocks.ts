import { indexCells } from "@/lib/domain/cell";
import { EMPTY_TEXT } from "@/lib/domain/empty-text";
import type { Erratum } from "@/lib/domain/erratum";
import type { FormatTable, SectionId } from "@/lib/domain/format";
import { type Chart, chartsOfSection } from "@/lib/domain/report-charts";
import type { PrintedReport, ReportHeading, Segment } from "@/lib/domain/report-document";
import { layoutTable, type TableLayout } from "@/lib/domain/table-layout";
import { dayOf, printFigure, printFullDay } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";
import { UNIT_STATUS_WORDS, WORDS } from "@/lib/render/words";

/** A plain table beside the statutory ones: its first column names the row. */
export type Grid = { caption: string; head: string[]; rows: string[][]; numeric: number[] };

/**
 * The report in the order of printing, in the parts that a page is made of. Every writer of pages draws this list, so
 * that PDF, Word and HTML say the same in the same order.
 */
export type Block =
  | { kind: "notice"; label: string; heading: string; gapsHeading: string; gaps: string[] }
  | { kind: "title"; lines: string[] }
  | { kind: "meta"; office: string; day: string | null; version: string | null }
  | { kind: "heading"; level: 1 | 2 | 3 | 4 | 5; text: string; anchor: string }
  | { kind: "paragraph"; segments: readonly Segment[] }
  /** Says why there is no text or figure here; it is none of the report's own words. */
  | { kind: "remark"; text: string }
  | { kind: "table"; table: FormatTable; layout: TableLayout; sectionId: SectionId }
  | { kind: "chart"; chart: Chart }
  | { kind: "grid"; grid: Grid }
  | { kind: "notes"; heading: string; notes: string[] }
  /** 落款: who answers for the report and when it was completed, each so many characters from the right margin. */
  | { kind: "signature"; lines: { text: string; indent: number; isoDate: string | null }[] }
  | { kind: "imprint"; lines: { label: string; value: string }[] };

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
    ...(options.unitAnnexes ? annexBlocks(document) : []),
    imprintBlock(document),
  ];
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

function printedDay(document: PrintedReport): string | null {
  const day = dayOf(document);
  return day === null ? null : printFullDay(day);
}

function erratumBlocks({ erratum }: PrintedReport): Block[] {
  if (!erratum) return [];
  return [
    { kind: "heading", level: 1, text: WORDS.erratum, anchor: "erratum" },
    {
      kind: "paragraph",
      segments: [{ kind: "text", text: WORDS.erratumLead(erratum.supersedesVersion, erratum.reason) }],
    },
    ...differenceBlocks(erratum),
  ];
}

/** What was corrected, figures before text; an empty table would leave open whether something is missing. */
function differenceBlocks({ differences, passages }: Erratum): Block[] {
  if (differences.length === 0 && passages.length === 0) {
    return [{ kind: "paragraph", segments: [{ kind: "text", text: WORDS.nothingCorrected }] }];
  }
  const grid = (caption: string, first: string, rows: string[][], numeric: number[]): Block => ({
    kind: "grid",
    grid: { caption, head: [first, WORDS.before, WORDS.after], rows, numeric },
  });
  const figure = (value: string | null) => (value === null ? WORDS.blank : printFigure(value));
  return [
    ...(differences.length > 0
      ? [
          grid(
            WORDS.differences,
            WORDS.figure,
            differences.map(({ label, before, after }) => [label, figure(before), figure(after)]),
            [1, 2],
          ),
        ]
      : []),
    ...(passages.length > 0
      ? [
          { kind: "heading", level: 2, text: WORDS.passages, anchor: "erratum-text" } satisfies Block,
          grid(
            WORDS.passages,
            WORDS.place,
            passages.map(({ place, before, after }) => [place, before ?? WORDS.noText, after ?? WORDS.noText]),
            [],
          ),
        ]
      : []),
  ];
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

/** Which units the figures come from, and what was corrected in adding them up. */
function scopeBlocks(document: PrintedReport): Block[] {
  const cells = indexCells(document.format);
  const units: Block[] =
    document.units.length === 0
      ? []
      : [
          { kind: "heading", level: 1, text: WORDS.scope, anchor: "scope" },
          {
            kind: "grid",
            grid: {
              caption: WORDS.units,
              head: [WORDS.unit, WORDS.status, WORDS.remark],
              rows: document.units.map((unit) => [
                unit.isOffice ? WORDS.officeUnit(unit.name) : unit.name,
                // In a draft nothing is missing for good: its units have time left, or are with the office.
                document.state === "draft" && unit.status === "missing" ? WORDS.notIn : UNIT_STATUS_WORDS[unit.status],
                unit.reason ?? "",
              ]),
              numeric: [],
            },
          },
        ];
  const adjustments: Block[] =
    document.adjustments.length === 0
      ? []
      : [
          { kind: "heading", level: 1, text: WORDS.adjustments, anchor: "adjustments" },
          {
            kind: "grid",
            grid: {
              caption: WORDS.adjustments,
              head: [WORDS.adjustingUnit, WORDS.figure, WORDS.adjustment, WORDS.reason],
              rows: document.adjustments.map((adjustment) => [
                document.office,
                nameCell(cells, adjustment.cellKey),
                printFigure(adjustment.amount),
                adjustment.reason,
              ]),
              numeric: [2],
            },
          },
        ];
  return [...units, ...adjustments];
}

/** The date stands four characters from the margin, where the seal goes; the name stands in the middle above it. */
const DATE_INDENT = 4;
/** What is wider than the date still keeps so far from the margin. */
const LEAST_INDENT = 2;

/** A draft is not completed, and nobody answers for figures from a file that does not say what it is: no name, no date. */
function signatureBlocks({ office, district, state, date }: PrintedReport): Block[] {
  const name = office || district;
  if (name === "" || state === null || state === "draft" || date === null) return [];
  const isoDate = date.slice(0, 10);
  const text = printFullDay(isoDate);
  const half = (charactersOf(text) - charactersOf(name)) / 2;
  const shift = Math.max(0, LEAST_INDENT - (DATE_INDENT + half));
  return [
    {
      kind: "signature",
      lines: [
        { text: name, indent: Math.max(LEAST_INDENT, DATE_INDENT + half), isoDate: null },
        { text, indent: DATE_INDENT + shift, isoDate },
      ],
    },
  ];
}

/** How wide a text is in Chinese characters; digits and Latin letters are half as wide. */
function charactersOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[ -~]/.test(sign) ? 0.5 : 1), 0);
}

function imprintBlock(document: PrintedReport): Block {
  const day = printedDay(document);
  const lines = [
    ...(document.office ? [{ label: WORDS.office, value: document.office }] : []),
    ...(document.contact?.address ? [{ label: WORDS.address, value: document.contact.address }] : []),
    ...(document.contact?.postcode ? [{ label: WORDS.postcode, value: document.contact.postcode }] : []),
    ...(document.contact?.phone ? [{ label: WORDS.phone, value: document.contact.phone }] : []),
    ...(document.state === null ? [{ label: WORDS.standing, value: WORDS.rendering }] : []),
    ...(document.version === null ? [] : [{ label: WORDS.versionLabel, value: WORDS.version(document.version) }]),
    ...(day === null ? [] : [{ label: document.publishedOn ? WORDS.publishedOn : WORDS.composedOn, value: day }]),
    ...(document.verificationCode ? [{ label: WORDS.verification, value: document.verificationCode }] : []),
  ];
  return { kind: "imprint", lines };
}

/** Each unit's own figures, in the order in which the form prints them. */
function annexBlocks(document: PrintedReport): Block[] {
  const cells = indexCells(document.format);
  const reporting = document.units.filter((unit) => unit.status === "included");
  return reporting.flatMap((unit, index): Block[] => {
    const rows = [...cells.keys()].flatMap((cellKey) =>
      (document.provenance[cellKey] ?? [])
        .filter((contribution) => contribution.unit === unit.name)
        .map((contribution) => [
          nameCell(cells, cellKey),
          contribution.value === null ? WORDS.blank : printFigure(contribution.value),
          WORDS.versionOf(contribution.version),
          contribution.submittedBy,
          contribution.approvedBy,
        ]),
    );
    return [
      { kind: "heading", level: 1, text: WORDS.annex(index + 1, unit.name), anchor: `annex-${index + 1}` },
      rows.length === 0
        ? { kind: "paragraph", segments: [{ kind: "text", text: WORDS.annexAllZero }] }
        : {
            kind: "grid",
            grid: {
              caption: WORDS.annexCaption(unit.name),
              head: [WORDS.figure, WORDS.value, WORDS.versionLabel, WORDS.submittedBy, WORDS.approvedBy],
              rows,
              numeric: [1],
            },
          },
    ];
  });
}

/** "三、…：6.属于四类过程性信息·自然人"; the key itself where the form has no such cell. */
function nameCell(cells: ReturnType<typeof indexCells>, cellKey: string): string {
  const located = cells.get(cellKey);
  if (!located) return cellKey;
  const { cell, table } = located;
  const row = table.rows.find((candidate) => candidate.key === cell.row);
  const column = table.columns.find((candidate) => candidate.key === cell.column);
  return [row?.label, ...(column?.above.slice(1) ?? []), column?.label].filter((part) => part !== undefined).join("·");
}
