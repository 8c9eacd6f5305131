import type { Cycle } from "@/lib/domain/cycle";
import type { EventType } from "@/lib/domain/events";
import type { SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { SubmissionState } from "@/lib/domain/submission";

type Standing = { state: SubmissionState; dueAt: Date };

/** How many sections are approved, wait for the office, are late, or are not handed in. */
export type ProgressCounts = { total: number; approved: number; waiting: number; late: number; open: number };

/** The same of one kind of section, over all units. */
export type SectionProgress = ProgressCounts & { sectionId: SectionId };

/** True once a section is in the office's hands. */
export function isHandedIn({ state }: Pick<Standing, "state">): boolean {
  return state === "submitted" || state === "approved";
}

/** True while a section is still with its unit although it is due. */
export function isLate(section: Standing, now: Date): boolean {
  return !isHandedIn(section) && section.dueAt <= now;
}

/**
 * The deadline that units still work towards: the office's own date of the first kind of section of which something is
 * not handed in. `all_in` once nothing is, `passed` where only what is late is left.
 */
export function nextDeadline(
  cycle: Pick<Cycle, "tablesDueAt" | "narrativeDueAt" | "format">,
  sections: readonly Pick<SectionProgress, "sectionId" | "total" | "open">[],
  now: Date,
): { part: "tables" | "narrative"; due: Date } | "all_in" | "passed" {
  const open = sections.filter((section) => section.open > 0);
  if (sections.some((section) => section.total > 0) && open.length === 0) return "all_in";
  const kinds = new Set(open.map(({ sectionId }) => getSection(cycle.format, sectionId).kind));
  const next = (["tables", "narrative"] as const)
    .map((part) => ({ part, due: part === "tables" ? cycle.tablesDueAt : cycle.narrativeDueAt }))
    .toSorted((left, right) => left.due.getTime() - right.due.getTime())
    .find(({ part, due }) => due > now && kinds.has(part));
  return next ?? "passed";
}

/** Each counted on its own; one section may count twice. */
export function sumProgress(sections: readonly ProgressCounts[]): ProgressCounts {
  const sum = (name: keyof ProgressCounts) => sections.reduce((total, counts) => total + counts[name], 0);
  return {
    total: sum("total"),
    approved: sum("approved"),
    waiting: sum("waiting"),
    late: sum("late"),
    open: sum("open"),
  };
}

/** Ways of looking at the sections of a year. */
export const PROGRESS_FILTERS = ["all", "waiting", "late", "open", "approved"] as const;
export type ProgressFilter = (typeof PROGRESS_FILTERS)[number];

/** Whether the overview lists a section under a filter; "all" lists every one. */
export function matchesFilter(section: Standing, filter: ProgressFilter, now: Date): boolean {
  if (filter === "waiting") return section.state === "submitted";
  if (filter === "late") return isLate(section, now);
  if (filter === "open") return !isHandedIn(section);
  return filter === "all" || section.state === "approved";
}

/** From `at` on, so many sections had been handed in, and so many of them approved. */
export type ProgressStep = { at: Date; handedIn: number; approved: number };

/** How far a section is after one of these events: with its unit, in the office's hands, or approved. */
export const STANDING_AFTER = {
  /** Unless it waits for a signature first. */
  section_submitted: "handed_in",
  section_taken: "handed_in",
  section_signed: "handed_in",
  submission_withdrawn: "open",
  submission_returned: "open",
  submission_approved: "approved",
  submission_reopened: "open",
  reopening_undone: "approved",
} as const satisfies Partial<Record<EventType, "open" | "handed_in" | "approved">>;

/** By `at`, so many more sections were handed in, and so many more of them approved; fewer where it is negative. */
export type ProgressMove = ProgressStep;

/** How many sections were handed in and approved, step by step; `moves` stand oldest first. */
export function traceProgress(moves: readonly ProgressMove[]): ProgressStep[] {
  const steps: ProgressStep[] = [];
  let [handedIn, approved] = [0, 0];
  for (const move of moves) {
    if (move.handedIn === 0 && move.approved === 0) continue;
    handedIn += move.handedIn;
    approved += move.approved;
    steps.push({ at: move.at, handedIn, approved });
  }
  return steps;
}
