import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TableMarkup, type TableMarkupProps } from "./table-markup";
import "./official-table.css";

/** The official table, to be read on the page's ground. */
export function StatutoryTable({ className, ...table }: TableMarkupProps): ReactNode {
  return <TableMarkup className={cn("official-table", className)} {...table} />;
}
