import type { ReactNode } from "react";
import type { CellKey, FormatTable } from "@/lib/domain/format";
import { type LabelCell, layoutTable, type TableLayout } from "@/lib/domain/table-layout";
import { type FigureState, figureAttributes } from "./figure-state";
import { StatutoryLabel } from "./statutory-label";

export type TableMarkupProps = {
  /** The tables of one section. Those with a caption stand one below the other in one frame, as the form prints them. */
  tables: readonly FormatTable[];
  /** What stands in a figure's cell. */
  renderFigure: (cellKey: CellKey) => ReactNode;
  /** What a figure's cell holds and what is said about it; a plain number where it is left out. */
  figureState?: (cellKey: CellKey) => FigureState;
  /** Names the table for those who do not see it. */
  label: string;
  className?: string | undefined;
};

/** The rows, header levels and corner note of the form; `StatutoryTable` and `PaperTable` say what they look like. */
export function TableMarkup({ tables, renderFigure, figureState, label, className }: TableMarkupProps): ReactNode {
  const layouts = tables.map(layoutTable);
  const width = Math.max(...layouts.map((layout) => layout.labelColumns + layout.figureColumns));
  return (
    <table
      className={className}
      data-wide={isWide(layouts) || undefined}
      aria-label={label}
      lang={isChinese(tables) ? "zh-CN" : undefined}
    >
      {layouts.map((layout) => (
        <Block
          key={layout.tableId}
          layout={layout}
          width={width}
          renderFigure={renderFigure}
          figureState={figureState}
        />
      ))}
    </table>
  );
}

/** More columns of figures than a phone can show at once. */
export function isWide(layouts: readonly Pick<TableLayout, "figureColumns">[]): boolean {
  return layouts.some((layout) => layout.figureColumns > PHONE_COLUMNS);
}

const PHONE_COLUMNS = 4;

/** The official labels are Chinese in whatever language the page is. */
function isChinese(tables: readonly FormatTable[]): boolean {
  return tables.some((table) => /\p{Script=Han}/u.test(table.rows[0]?.label ?? ""));
}

type BlockProps = Pick<TableMarkupProps, "renderFigure"> & {
  layout: TableLayout;
  width: number;
  figureState: TableMarkupProps["figureState"] | undefined;
};

function Block({ layout, width, renderFigure, figureState }: BlockProps): ReactNode {
  const missing = width - layout.labelColumns - layout.figureColumns;
  const columns = layout.figureColumns;
  return (
    <>
      <thead>
        {layout.caption ? (
          <tr>
            <th data-role="caption" colSpan={width} scope="rowgroup">
              {layout.caption}
            </th>
          </tr>
        ) : null}
        {layout.head.map((cells, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: header levels are fixed by the form and have no other name.
          <tr key={level}>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words stand above several groups of columns.
              <HeadCell key={place} cell={cell} />
            ))}
            {level === 0 && missing > 0 ? <td data-outside colSpan={missing} rowSpan={layout.head.length} /> : null}
          </tr>
        ))}
      </thead>
      <tbody>
        {layout.body.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed by the form.
          <tr key={row}>
            {cells.map((cell, column) => {
              if (cell.kind === "label") return <RowLabel key={cell.text} cell={cell} />;
              // biome-ignore lint/suspicious/noArrayIndexKey: a place that the form does not ask about has no name.
              if (cell.kind === "empty") return <td key={`empty ${column}`} data-outside />;
              return (
                <td key={cell.cellKey} {...figureAttributes(figureState?.(cell.cellKey) ?? { value: "number" })}>
                  {renderFigure(cell.cellKey)}
                </td>
              );
            })}
            {missing > 0 && columns > 0 ? <td data-outside colSpan={missing} /> : null}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** A header of an official table with its spans. */
export function HeadCell({ cell }: { cell: LabelCell }): ReactNode {
  const scope = cell.colSpan > 1 ? "colgroup" : "col";
  const role = cell.role === "corner" ? "corner" : cell.colSpan > 1 ? "group" : "leaf";
  return (
    <th data-role={role} colSpan={cell.colSpan} rowSpan={cell.rowSpan} scope={scope}>
      <StatutoryLabel text={cell.text} />
    </th>
  );
}

/** A row's label, or the label of a group of rows. */
export function RowLabel({ cell }: { cell: LabelCell }): ReactNode {
  const isGroup = cell.rowSpan > 1;
  return (
    <th colSpan={cell.colSpan} rowSpan={cell.rowSpan} scope={isGroup ? "rowgroup" : "row"}>
      {cell.isVertical ? <div data-vertical>{cell.text}</div> : <StatutoryLabel text={cell.text} isGroup={isGroup} />}
    </th>
  );
}
