import { cva } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/**
 * A stacked table's rows become blocks on a phone; a cell with `data-label` says its column there. A row with
 * `data-chosen` is the one that is shown beside the table.
 *
 * The body says how its rows and cells look, once: a page of a list has hundreds of cells, and each would say it twice, in
 * the page and in its data. Within `:where` a rule weighs nothing, so that a cell's own utilities come before it.
 */
const PARTS = {
  root: cva("w-full border-separate [border-spacing:0]", {
    variants: { isStacked: { true: "max-md:block max-md:[&>tbody]:block" } },
  }),
  header: cva("", { variants: { isStacked: { true: "max-md:sr-only" } } }),
  head: cva(
    "border-b border-line px-3 py-1.75 text-left text-xs font-normal whitespace-nowrap text-ink-3 first:pl-4 last:pr-4",
    // Keeps the head in sight while a long list passes under it.
    { variants: { isLong: { true: "sticky top-top z-4 bg-surface" } } },
  ),
  body: cva(
    [
      "[:where(&>tr>*)]:border-b [:where(&>tr>*)]:border-line [:where(&>tr>*)]:px-3 [:where(&>tr>*)]:py-2.5 [:where(&>tr>*)]:align-middle",
      "[:where(&>tr>th)]:text-left [:where(&>tr>th)]:font-bold",
      "[:where(&)>tr>:first-child]:pl-4 [:where(&)>tr>:last-child]:pr-4 [:where(&)>tr:last-child>*]:border-b-0",
      "[@media(hover:hover)]:[:where(&)>tr:hover:not([data-chosen])>*]:bg-hover",
      "[:where(&)>tr[data-chosen]>*]:bg-accent-wash [:where(&)>tr[data-chosen]>:first-child]:inset-shadow-edge",
    ],
    {
      variants: {
        isStacked: {
          true: [
            "max-md:[:where(&>tr)]:grid max-md:[:where(&>tr)]:grid-cols-[minmax(0,1fr)_auto] max-md:[:where(&>tr)]:gap-x-3 max-md:[:where(&>tr)]:gap-y-1 max-md:[:where(&>tr)]:border-b max-md:[:where(&>tr)]:border-line max-md:[:where(&>tr)]:px-4 max-md:[:where(&>tr)]:py-3 max-md:[:where(&)>tr:last-child]:border-b-0",
            "max-md:[:where(&>tr>*)]:block max-md:[:where(&>tr>*)]:border-0 max-md:[:where(&>tr>*)]:p-0 max-md:[:where(&>tr>:first-child)]:col-span-full max-md:[:where(&)>tr>:first-child]:pl-0 max-md:[:where(&)>tr>:last-child]:pr-0",
            "[@media(hover:hover)]:max-md:[:where(&)>tr:hover:not([data-chosen])>*]:bg-transparent max-md:[:where(&)>tr[data-chosen]>*]:bg-transparent",
            "max-md:[:where(&>tr>[data-label])]:before:text-xs max-md:[:where(&>tr>[data-label])]:before:text-ink-3 max-md:[:where(&>tr>[data-label])]:before:content-[attr(data-label)_'_']",
          ],
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
    body: PARTS.body({ isStacked }),
  };
}

export type TableColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** The column that names the row. */
  isRowHead?: boolean;
  /** Shows no head and keeps it for screen readers, for a column that explains itself (操作). */
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
      <tbody className={classes.body}>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => {
              const name = cn(column.isNumber && "text-right", column.className) || undefined;
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
