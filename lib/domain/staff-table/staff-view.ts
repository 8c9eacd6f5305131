import type { StaffCounts } from "@/lib/domain/staff-table/plan-staff";
import type { StaffTableName } from "@/lib/domain/staff-table/staff-columns";

/** A row of a list with what becomes of it, in words. */
export type StaffViewRow = {
  table: StaffTableName;
  line: number;
  label: string;
  outcome: keyof StaffCounts;
  text: string;
};

/** What a list would do, as the page shows it. */
export type StaffView = {
  /** A sentence for each table. */
  summary: readonly string[];
  /** How many rows would be made or changed. */
  taken: number;
  refused: readonly StaffViewRow[];
  /** The first of those that are made or changed; `more` are not shown. */
  good: readonly StaffViewRow[];
  more: number;
  unread: readonly string[];
};
