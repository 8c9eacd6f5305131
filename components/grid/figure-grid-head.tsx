import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { GridTableProps } from "@/components/grid/figure-grid-props";
import { StatutoryLabel } from "@/components/official-table/statutory-label";
import type { LabelCell } from "@/lib/domain/table-layout";

/** The header levels of the official table, with last year's two columns at their end when these are shown. */
export function GridHead({
  table,
  focused,
  phoneColumn,
  hasTotals,
}: GridTableProps & { hasTotals: boolean }): ReactNode {
  const t = useTranslations("grid");
  const { layout, missingColumns, totalColumn, phone } = table;
  const depth = layout.head.length;
  const places = placeHeads(layout.head, layout.labelColumns);

  return (
    <thead data-corner={t("corner")}>
      {layout.head.map((level, levelIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the levels of a head never change.
        <tr key={levelIndex}>
          {level.map((label, index) => {
            if (label.role === "corner") {
              return (
                <th
                  key="corner"
                  data-role="corner"
                  data-edge
                  colSpan={label.colSpan}
                  rowSpan={label.rowSpan}
                  scope="col"
                >
                  {label.text}
                </th>
              );
            }
            const column = places.get(label) ?? 0;
            const isLeaf = levelIndex + label.rowSpan === depth;
            const isOff = phone === "one" && column !== phoneColumn && column !== totalColumn;
            const isOn = isLeaf && focused !== null && hasCell(table, column, focused);
            return (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: the heads of a level never change.
                key={index}
                // On a phone the total comes last, though its head stands higher than those of columns before it.
                className={isLeaf && column === totalColumn ? "max-md:order-1" : undefined}
                data-role={isLeaf ? "leaf" : levelIndex === 0 ? "group" : "subgroup"}
                data-deep={isLeaf && label.rowSpan > 1 ? "" : undefined}
                data-off={isLeaf && isOff ? "" : undefined}
                data-current={isOn ? "" : undefined}
                colSpan={label.colSpan}
                rowSpan={label.rowSpan}
                scope={isLeaf ? "col" : "colgroup"}
              >
                <StatutoryLabel text={label.text} />
              </th>
            );
          })}
          {levelIndex === 0 && missingColumns > 0 ? <td data-outside colSpan={missingColumns} rowSpan={depth} /> : null}
          {hasTotals ? <CompareHead level={levelIndex} depth={depth} /> : null}
        </tr>
      ))}
    </thead>
  );
}

/** 对照上年: what stood in the total column last year, and what has changed since. */
function CompareHead({ level, depth }: { level: number; depth: number }): ReactNode {
  const t = useTranslations("grid");
  if (level === 0 && depth > 1) {
    return (
      <th data-role="group" data-last-year colSpan={2} rowSpan={depth - 1} scope="colgroup">
        {t("compare")}
        <br />
        <span className="text-xs font-normal text-ink-3">{t("compareColumn")}</span>
      </th>
    );
  }
  if (level < depth - 1) return null;
  return (
    <Fragment>
      <th data-role="leaf" data-last-year scope="col">
        {t("lastYear")}
      </th>
      <th data-role="leaf" data-last-year scope="col">
        {t("difference")}
      </th>
    </Fragment>
  );
}

/** The figure column that each head begins in. */
function placeHeads(head: readonly (readonly LabelCell[])[], labelColumns: number): ReadonlyMap<LabelCell, number> {
  const occupied: boolean[][] = head.map(() => []);
  const places = new Map<LabelCell, number>();
  for (const [level, labels] of head.entries()) {
    let column = 0;
    for (const label of labels) {
      while (occupied[level]?.[column]) column += 1;
      places.set(label, column - labelColumns);
      for (let down = 0; down < label.rowSpan; down += 1) {
        for (let right = 0; right < label.colSpan; right += 1) {
          const line = occupied[level + down];
          if (line) line[column + right] = true;
        }
      }
      column += label.colSpan;
    }
  }
  return places;
}

function hasCell({ rows }: GridTableProps["table"], column: number, key: string): boolean {
  return rows.some((row) => row.cells[column]?.key === key);
}
