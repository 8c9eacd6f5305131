import type { PrintedReport, Segment } from "@/lib/domain/report-document";
import type { Block, Grid } from "@/lib/render/block";
import { chartFigure } from "@/lib/render/html-chart";
import { statutoryTable } from "@/lib/render/html-table";
import { attributes, escapeMarkup } from "@/lib/render/markup";
import { dayOf, printFigure } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";
import { listBlocks } from "@/lib/render/report-blocks";
import { sanitizeDocument } from "@/lib/render/sanitize-text";

export type HtmlBodyOptions = RenderOptions & {
  /** Where a figure leads, for instance to its provenance; without it a figure is no link. */
  figureHref?: (cellKey: string) => string | null;
  /** Puts the long table of section 三 into a `<details>` that a reader opens. */
  foldLongTables?: boolean;
};

/** Rows from which on a table counts as long. */
const LONG_TABLE_ROWS = 12;

/**
 * The inside of the report's `<article>`: semantic, escaped, every figure marked with `data-cell`. The page around it
 * brings the style; the classes are those of the product's paper.
 */
export function renderHtmlBody(document: PrintedReport, options: HtmlBodyOptions = {}): string {
  return htmlBody(sanitizeDocument(document), options);
}

/** The same for a document that is printable already. */
export function htmlBody(document: PrintedReport, options: HtmlBodyOptions): string {
  const blocks = listBlocks(document, options);
  return blocks.map((block) => drawBlock(document, block, options)).join("\n");
}

function drawBlock(document: PrintedReport, block: Block, options: HtmlBodyOptions): string {
  switch (block.kind) {
    case "notice":
      return notice(block);
    case "title":
      return `<h1>${block.lines.map(escapeMarkup).join("<br>")}</h1>`;
    case "meta":
      return [
        `<div class="document-meta"><span>${escapeMarkup(block.office)}</span>`,
        block.day === null ? "" : `<time${attributes({ datetime: dayOf(document) })}>${block.day}</time>`,
        block.version === null ? "" : `<span>${block.version}</span>`,
        '</div><hr class="document-rule">',
      ].join("");
    case "heading":
      return heading(block);
    case "paragraph":
      return `<p>${block.segments.map((segment) => drawSegment(segment, options)).join("")}</p>`;
    case "remark":
      return `<p>${escapeMarkup(block.text)}</p>`;
    case "table": {
      const table = statutoryTable(document, block, (cellKey, text) => figureElement(cellKey, text, options));
      if (!options.foldLongTables || block.layout.body.length < LONG_TABLE_ROWS) return table;
      const size = `${block.layout.body.length}行×${block.layout.figureColumns}列`;
      return `<details><summary>完整表格（${size}）</summary>${table}</details>`;
    }
    case "chart":
      return chartFigure(block.chart);
    case "grid":
      return drawGrid(block.grid);
    case "notes":
      return [
        `<section class="document-notes"><h2>${escapeMarkup(block.heading)}</h2><ol>`,
        ...block.notes.map((note) => `<li>${escapeMarkup(note)}</li>`),
        "</ol></section>",
      ].join("");
    case "signature":
      return [
        '<div class="document-signature"><div>',
        ...block.lines.map(({ text, isoDate }) =>
          isoDate === null
            ? `<div>${escapeMarkup(text)}</div>`
            : `<div><time${attributes({ datetime: isoDate })}>${escapeMarkup(text)}</time></div>`,
        ),
        "</div></div>",
      ].join("");
    case "imprint":
      return [
        '<footer class="document-imprint"><dl>',
        ...block.lines.map(
          ({ label, value }) => `<div><dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(value)}</dd></div>`,
        ),
        "</dl></footer>",
      ].join("");
  }
}

/** Level 1 is below the title, so that headings stay in order. */
function heading({ level, text, anchor }: Extract<Block, { kind: "heading" }>): string {
  const tag = `h${level + 1}`;
  return `<${tag}${attributes({ id: `s-${anchor}` })}>${escapeMarkup(text)}</${tag}>`;
}

function notice({ label, heading: words, gapsHeading, gaps }: Extract<Block, { kind: "notice" }>): string {
  const list = gaps.map((gap) => `<li>${escapeMarkup(gap)}</li>`).join("");
  return [
    `<section class="document-notice" aria-label="${label}"><p><strong>${escapeMarkup(words)}</strong></p>`,
    gaps.length > 0 ? `<p>${escapeMarkup(gapsHeading)}：</p><ul>${list}</ul>` : "",
    "</section>",
  ].join("");
}

function drawSegment(segment: Segment, options: HtmlBodyOptions): string {
  if (segment.kind === "text") return escapeMarkup(segment.text);
  return figureElement(segment.cellKey, printFigure(segment.value), options);
}

function figureElement(cellKey: string, text: string, options: HtmlBodyOptions): string {
  const href = options.figureHref?.(cellKey) ?? null;
  const of = { "data-cell": cellKey };
  if (href !== null) return `<a${attributes({ ...of, href })}>${escapeMarkup(text)}</a>`;
  return `<data${attributes({ ...of, value: text.replace("−", "-") })}>${escapeMarkup(text)}</data>`;
}

/** Texts up to this length stand in the middle of their column. */
const CENTERED_CHARACTERS = 12;

function drawGrid({ caption, head, rows, numeric }: Grid): string {
  const headCells = head.map((text) => `<th scope="col">${escapeMarkup(text)}</th>`).join("");
  const isLong = head.map((_, column) => rows.some((row) => (row[column] ?? "").length > CENTERED_CHARACTERS));
  const stateOf = (column: number) =>
    numeric.includes(column) ? { "data-value": "number" } : { "data-text": isLong[column] ? "" : null };
  const body = rows.map((row) => {
    const cells = row.map((text, column) =>
      column === 0
        ? `<th scope="row">${escapeMarkup(text)}</th>`
        : `<td${attributes(stateOf(column))}>${escapeMarkup(text)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return [
    `<div class="document-table-frame"><table class="document-table" data-section="list"><caption>${escapeMarkup(caption)}</caption>`,
    `<thead><tr>${headCells}</tr></thead><tbody>${body.join("")}</tbody></table></div>`,
  ].join("");
}
