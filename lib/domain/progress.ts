import type { Cycle } from "@/lib/domain/cycle";
import type { DomainEvent, EventType } from "@/lib/domain/events";
import type { SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { SubmissionState } from "@/lib/domain/submission";

type Standing = { state: SubmissionState; dueAt: Date };

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
  sections: readonly (Pick<Standing, "state"> & { sectionId: SectionId })[],
  now: Date,
): { part: "tables" | "narrative"; due: Date } | "all_in" | "passed" {
  const open = sections.filter((section) => !isHandedIn(section));
  if (sections.length > 0 && open.length === 0) return "all_in";
  const kinds = new Set(open.map(({ sectionId }) => getSection(cycle.format, sectionId).kind));
  const next = (["tables", "narrative"] as const)
    .map((part) => ({ part, due: part === "tables" ? cycle.tablesDueAt : cycle.narrativeDueAt }))
    .toSorted((left, right) => left.due.getTime() - right.due.getTime())
    .find(({ part, due }) => due > now && kinds.has(part));
  return next ?? "passed";
}

export type ProgressCounts = { total: number; approved: number; waiting: number; late: number; open: number };

/**
 * How many of these sections are approved, wait for the office, are late at `now`, or are not handed in; one section
 * may count twice.
 */
export function countProgress(sections: readonly Standing[], now: Date): ProgressCounts {
  const count = (isWanted: (section: Standing) => boolean) => sections.filter(isWanted).length;
  return {
    total: sections.length,
    approved: count((section) => section.state === "approved"),
    waiting: count((section) => section.state === "submitted"),
    late: count((section) => isLate(section, now)),
    open: count((section) => !isHandedIn(section)),
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

/** The events that `traceProgress` reads. */
export const PROGRESS_EVENTS: readonly EventType[] = [
  "section_submitted",
  "section_signed",
  "submission_withdrawn",
  "submission_returned",
  "submission_approved",
  "submission_reopened",
  "reopening_undone",
];

type Happened = { at: Date; submissionId: string | null; event: DomainEvent };

/** How many sections were handed in and approved, step by step; `events` stand oldest first. */
export function traceProgress(events: readonly Happened[]): ProgressStep[] {
  const standing = new Map<string, "handed_in" | "approved">();
  const steps: ProgressStep[] = [];
  for (const { at, submissionId, event } of events) {
    if (!submissionId) continue;
    const after = standingAfter(event);
    if (after === "open") standing.delete(submissionId);
    else if (after) standing.set(submissionId, after);
    const approved = [...standing.values()].filter((state) => state === "approved").length;
    const last = steps.at(-1);
    if (last?.handedIn === standing.size && last.approved === approved) continue;
    steps.push({ at, handedIn: standing.size, approved });
  }
  return steps;
}

function standingAfter(event: DomainEvent): "open" | "handed_in" | "approved" | null {
  switch (event.type) {
    case "section_submitted":
      return event.data.awaitsSignature ? "open" : "handed_in";
    case "section_signed":
      return "handed_in";
    case "submission_approved":
    case "reopening_undone":
      return "approved";
    case "submission_withdrawn":
    case "submission_returned":
    case "submission_reopened":
      return "open";
    default:
      return null;
  }
}

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** True when both moments lie on one day of the office's calendar. */
export function isSameOfficeDay(left: Date, right: Date): boolean {
  const day = (moment: Date) => Math.floor((moment.getTime() + SHANGHAI_MS) / DAY_MS);
  return day(left) === day(right);
}
