import { cva } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/**
 * A stacked table's rows become blocks on a phone; a cell with `data-label` says its column there. A row with
 * `data-chosen` is the one that is shown beside the table.
 */
const PARTS = {
  root: cva("w-full border-separate border-spacing-0", {
    variants: { isStacked: { true: "max-md:block max-md:[&>tbody]:block" } },
  }),
  header: cva("", { variants: { isStacked: { true: "max-md:sr-only" } } }),
  head: cva(
    "border-b border-line px-3 py-1.75 text-left text-xs font-normal whitespace-nowrap text-ink-3 first:pl-4 last:pr-4",
    // Keeps the head in sight while a long list passes under it.
    { variants: { isLong: { true: "sticky top-top z-4 bg-surface" } } },
  ),
  row: cva("group/row", {
    variants: {
      isStacked: {
        true: "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-b-0",
      },
    },
  }),
  cell: cva(
    "border-b border-line px-3 py-2.5 align-middle group-last/row:border-b-0 group-hover/row:bg-hover group-data-chosen/row:bg-accent-wash first:pl-4 group-data-chosen/row:first:inset-shadow-edge last:pr-4",
    {
      variants: {
        isStacked: {
          true: "max-md:block max-md:border-0 max-md:p-0 max-md:first:col-span-full max-md:first:pl-0 max-md:last:pr-0 max-md:group-hover/row:bg-transparent max-md:group-data-chosen/row:bg-transparent max-md:data-label:before:text-xs max-md:data-label:before:text-ink-3 max-md:data-label:before:content-[attr(data-label)_'_']",
        },
      },
    },
  ),
};

/** How the parts of a table look, for a page that draws rows of its own kind. */
export function tableVariants({ isLong = false, isStacked = false }: { isLong?: boolean; isStacked?: boolean }) {
  return {
    root: PARTS.root({ isStacked }),
    header: PARTS.header({ isStacked }),
    head: PARTS.head({ isLong }),
    row: PARTS.row({ isStacked }),
    cell: PARTS.cell({ isStacked }),
    rowHead: "text-left font-bold",
  };
}

export type TableColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** The column that names the row. */
  isRowHead?: boolean;
  /** Keeps the head for those who hear the page where sighted readers need none (操作). */
  isHeadHidden?: boolean;
  /** Said before the value where the table is stacked on a phone. */
  label?: string;
  /** How its cells look; the head looks as every head does. */
  className?: string;
};

type TableProps<Row> = Omit<ComponentProps<"table">, "children"> & {
  /** The caption of the table, for screen readers. */
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isLong?: boolean;
  isStacked?: boolean;
};

/** A list as a table, from its columns and rows. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { caption, columns, rows, rowKey, isLong = false, isStacked = true, className, ...rest } = props;
  const classes = tableVariants({ isLong, isStacked });
  return (
    <table className={cn(classes.root, className)} {...rest}>
      <caption className="sr-only">{caption}</caption>
      <thead className={classes.header}>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cn(classes.head, column.isNumber && "text-right")}>
              {column.isHeadHidden ? <span className="sr-only">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={classes.row}>
            {columns.map((column) => {
              const name = cn(
                classes.cell,
                column.isRowHead && classes.rowHead,
                column.isNumber && "text-right",
                column.className,
              );
              return column.isRowHead ? (
                <th key={column.key} scope="row" className={name}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={name} data-label={column.label}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
