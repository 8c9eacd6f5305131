import type { Cycle, CycleUnit } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import type { ProgressStep } from "@/lib/domain/progress";

import type { SubmissionEntry } from "@/lib/domain/submission";

/** One section of one unit in the matrix. */
export type OverviewCell = SubmissionEntry & {
  /** Cells still blank, where the unit is filling in tables. */
  blanks: number | null;
};

export type OverviewRow = {
  unit: CycleUnit;
  cells: Partial<Record<SectionId, OverviewCell>>;
  isRemindedToday: boolean;
};

export type Overview = {
  cycle: Cycle;
  /** In the order of the units; exempt ones too. */
  rows: OverviewRow[];
  /** The sections that count: those of units that are not exempt. */
  cells: OverviewCell[];
  steps: ProgressStep[];
  /** The last time that units were reminded, and how many of them have handed everything in since. */
  reminder: { at: Date; units: number; done: number } | null;
  /** The submission that the actor reviews next. */
  nextId: string | null;
};
