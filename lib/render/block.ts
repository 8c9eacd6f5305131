import type { FormatTable, SectionId } from "@/lib/domain/format";
import type { Chart } from "@/lib/domain/report-charts";
import type { Segment } from "@/lib/domain/report-document";
import type { TableLayout } from "@/lib/domain/table-layout";

/** A plain table beside the statutory ones: its first column names the row. */
export type Grid = { caption: string; head: string[]; rows: string[][]; numeric: number[] };

/**
 * The report in the order of printing, in the parts that a page is made of. Every writer of pages draws this list, so
 * that PDF, Word and HTML say the same in the same order.
 */
export type Block =
  | { kind: "notice"; label: string; heading: string; gapsHeading: string; gaps: string[] }
  | { kind: "title"; lines: string[] }
  | { kind: "meta"; office: string; day: string | null; version: string | null }
  /** `startsPage`: what it heads begins on a page of its own. */
  | { kind: "heading"; level: 1 | 2 | 3 | 4 | 5; text: string; anchor: string; startsPage?: true }
  | { kind: "paragraph"; segments: readonly Segment[] }
  /** Says why there is no text or figure here; it is none of the report's own words. */
  | { kind: "remark"; text: string }
  | { kind: "table"; table: FormatTable; layout: TableLayout; sectionId: SectionId }
  | { kind: "chart"; chart: Chart }
  | { kind: "grid"; grid: Grid }
  | { kind: "notes"; heading: string; notes: string[] }
  /** 落款: who answers for the report and when it was completed, each so many characters from the right margin. */
  | { kind: "signature"; lines: { text: string; indent: number; isoDate: string | null }[] }
  | { kind: "imprint"; lines: { label: string; value: string }[] };
