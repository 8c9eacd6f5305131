import { indexCells } from "@/lib/domain/cell";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import { printFigure } from "@/lib/render/print-format";
import { UNIT_STATUS_WORDS, WORDS } from "@/lib/render/words";

/** Which units the figures come from, and what was corrected in adding them up. */
export function scopeBlocks(document: PrintedReport): Block[] {
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

/** Each unit's own figures, in the order in which the form prints them; `before` counts the annexes before. */
export function annexBlocks(document: PrintedReport, before: number): Block[] {
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
      { kind: "heading", level: 1, text: WORDS.annex(before + index + 1, unit.name), anchor: `annex-${index + 1}` },
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
