import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TableMarkup, type TableMarkupProps } from "./table-markup";
import "./report-document.css";

/** The official table on the paper of a published report. */
export function PaperTable({ className, ...table }: TableMarkupProps): ReactNode {
  return <TableMarkup className={cn("document-table", className)} {...table} />;
}
