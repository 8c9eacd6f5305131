import type { PrintedReport } from "@/lib/domain/report-document";
import type { LabelCell } from "@/lib/domain/table-layout";
import type { Block } from "@/lib/render/block";
import { labelPieces } from "@/lib/render/label-pieces";
import { attributes, escapeMarkup } from "@/lib/render/markup";
import { printFigure } from "@/lib/render/print-format";

type TableBlock = Extract<Block, { kind: "table" }>;

/**
 * A statutory table as `<table>`: the form's header levels with `scope`, row labels as headers, one caption. A reader
 * with a screen reader hears row and column of every figure.
 */
export function statutoryTable(
  document: PrintedReport,
  { table, layout, sectionId }: TableBlock,
  figure: (cellKey: string, text: string) => string,
): string {
  const section = document.sections.find((candidate) => candidate.id === sectionId);
  const width = layout.labelColumns + layout.figureColumns;
  const caption = table.caption ?? section?.title ?? table.id;
  const head = layout.head.map((row) => {
    const cells = row.map((cell) => {
      const scope = cell.role === "corner" ? null : cell.colSpan > 1 ? "colgroup" : "col";
      const of = { scope, colspan: many(cell.colSpan), rowspan: many(cell.rowSpan) };
      const tag = cell.role === "corner" && layout.labelColumns > 1 ? "td" : "th";
      return `<${tag}${attributes({ ...of, "data-role": cell.role === "corner" ? "corner" : null })}>${breakable(cell.text)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const body = layout.body.map((row) => {
    const cells = row.map((cell) => {
      if (cell.kind === "empty") return "<td></td>";
      if (cell.kind === "figure") {
        const found = document.figures[cell.cellKey] ?? null;
        if (found === null) return `<td${attributes({ "data-value": "blank", "data-cell": cell.cellKey })}></td>`;
        return `<td data-value="number">${figure(cell.cellKey, printFigure(found))}</td>`;
      }
      const of = {
        scope: cell.rowSpan > 1 ? "rowgroup" : "row",
        colspan: many(cell.colSpan),
        rowspan: many(cell.rowSpan),
        "data-vertical": cell.isVertical ? "" : null,
        "data-group": !cell.isVertical && cell.rowSpan > 1 ? "" : null,
      };
      return `<th${attributes(of)}>${rowLabel(cell)}</th>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const isWide = width > 8;
  return [
    `<div${attributes({ class: "document-table-frame", tabindex: isWide ? 0 : null, role: isWide ? "region" : null, "aria-label": isWide ? caption : null })}>`,
    `<table${attributes({ class: "document-table", "data-section": sectionId, id: `t-${table.id}` })}>`,
    `<caption${attributes({ "data-hidden": table.caption === null ? "" : null })}>${escapeMarkup(caption)}</caption>`,
    `<thead>${head.join("")}</thead><tbody>${body.join("")}</tbody></table></div>`,
  ].join("");
}

function many(span: number): number | null {
  return span > 1 ? span : null;
}

/** Lines break between the words of a narrow label. */
function breakable(text: string): string {
  return labelPieces(text).map(escapeMarkup).join("<wbr>");
}

/** A group's label breaks after its number: "（三）" above "不予公开". */
function rowLabel(cell: LabelCell): string {
  if (cell.isVertical) return `<span>${escapeMarkup(cell.text)}</span>`;
  const group = cell.rowSpan > 1 ? /^(（.）)(.+)$/.exec(cell.text) : null;
  return group ? `${escapeMarkup(group[1] ?? "")}<wbr>${escapeMarkup(group[2] ?? "")}` : escapeMarkup(cell.text);
}
