import type { ReactNode } from "react";

export type TableColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** The column that names the row. */
  isRowHead?: boolean;
  /** Keeps the head for those who hear the page where sighted readers need none (操作). */
  isHeadHidden?: boolean;
  className?: string;
};

type TableProps<Row> = {
  /** Says what the table lists, to those who hear it. */
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Keeps the head in sight while a long list passes under it. */
  isLong?: boolean;
  /** Rows become blocks on a phone. */
  isStacked?: boolean;
  className?: string;
};

/** A list as a table. A page that needs rows of its own kind writes `<table className="tb">` itself. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { caption, columns, rows, rowKey, isLong, isStacked = true, className } = props;
  const classes = ["tb", isLong ? "tb-long" : "", isStacked ? "tb-stack" : "", className ?? ""]
    .filter(Boolean)
    .join(" ");
  return (
    <table className={classes}>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.isNumber ? "num" : column.className}>
              {column.isHeadHidden ? <span className="sr">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => {
              const name =
                [column.isNumber ? "num" : "", column.className ?? ""].filter(Boolean).join(" ") || undefined;
              return column.isRowHead ? (
                <th key={column.key} scope="row" className={name}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={name}>
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
