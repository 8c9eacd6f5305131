import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { tableVariants } from "@/components/ui/table";

export type AdminListColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  className?: string;
  /** What a phone puts before the cell, where its text alone does not say what it is. */
  label?: string;
};

export type AdminListGroup<Row> = { key: string; title?: string; rows: readonly Row[] };

type AdminListProps<Row> = {
  /** The caption of the table, for screen readers. */
  caption: string;
  /** The first column names the row. */
  columns: readonly [AdminListColumn<Row>, ...AdminListColumn<Row>[]];
  groups: readonly AdminListGroup<Row>[];
  rowKey: (row: Row) => string;
  chosenKey: string | null;
  /** The heading of the column of links, for screen readers. */
  linkHead: string;
  /** Where a row is changed: the text of its link, and the text that says of which row. */
  linkOf: (row: Row) => { href: string; text: string; name: string } | null;
  isLong?: boolean;
};

/** A list of which one row at a time is changed in the panel beside it. */
export function AdminList<Row>(props: AdminListProps<Row>): ReactNode {
  const { caption, columns, groups, rowKey, chosenKey, linkHead, linkOf, isLong = false } = props;
  const classes = tableVariants({ isLong, isStacked: true });
  const [nameColumn, ...otherColumns] = columns;
  return (
    <table className={classes.root}>
      <caption className="sr-only">{caption}</caption>
      <thead className={classes.header}>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classes.head}>
              {column.head}
            </th>
          ))}
          <th scope="col" className={classes.head}>
            <span className="sr-only">{linkHead}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group, index) => (
        <tbody key={group.key} className={classes.body}>
          {group.title === undefined ? null : (
            <GroupTitle title={group.title} columnCount={columns.length + 1} isFirst={index === 0} />
          )}
          {group.rows.map((row) => {
            const link = linkOf(row);
            return (
              <tr key={rowKey(row)} data-chosen={rowKey(row) === chosenKey ? "" : undefined}>
                <th scope="row" className={cn("max-md:col-span-1", nameColumn.className)}>
                  {nameColumn.cell(row)}
                </th>
                {otherColumns.map((column) => (
                  <td
                    key={column.key}
                    className={cn("max-md:col-span-full", column.className)}
                    data-label={column.label}
                  >
                    {column.cell(row)}
                  </td>
                ))}
                <td className={"text-right max-md:col-start-2 max-md:row-start-1"}>
                  {link ? (
                    <ButtonLink size="sm" href={`${link.href}#panel`} aria-label={link.name}>
                      {link.text}
                    </ButtonLink>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

type GroupTitleProps = { title: string; columnCount: number; isFirst: boolean };

function GroupTitle({ title, columnCount, isFirst }: GroupTitleProps): ReactNode {
  return (
    <tr className="max-md:border-b-0 max-md:pb-0">
      <th
        scope="rowgroup"
        colSpan={columnCount}
        className={cn("border-b-0 pt-3.5 pb-1 text-sm text-ink-2 max-md:p-0", !isFirst && "border-t max-md:border-t")}
      >
        {title}
      </th>
    </tr>
  );
}
