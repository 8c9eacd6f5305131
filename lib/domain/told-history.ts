import type { DomainEvent } from "@/lib/domain/events";
import { type ToldFiles, tellFiles } from "@/lib/domain/history-check-files";
import type { CheckedEvent } from "@/lib/domain/history-fault";
import { type Replayed, replayEvents } from "@/lib/domain/replay";

type Told = CheckedEvent & { event: Extract<DomainEvent, { type: "section_submitted" | "section_taken" }> };

/** What the history says about versions, states, reports and people, put in order for comparing. */
export type ToldHistory = {
  replayed: Replayed;
  /** By "submission number". */
  submitted: ReadonlyMap<string, Told>;
  /** The version that was approved last, by submission. */
  approved: ReadonlyMap<string, number>;
  /** The last event that fixed a report's document, by report. */
  fixed: ReadonlyMap<string, CheckedEvent & { hash: string }>;
  /** How often an adjustment of that content was proposed. */
  proposed: ReadonlyMap<string, number>;
  files: ToldFiles;
};

/**
 * What events, given in their order, say that the database must hold now: versions, approvals, reports, adjustments,
 * units' reports and templates. What a later event says takes the place of an earlier one's.
 */
export function tellHistory(events: readonly CheckedEvent[]): ToldHistory {
  const submitted = new Map<string, Told>();
  const approved = new Map<string, number>();
  const fixed = new Map<string, CheckedEvent & { hash: string }>();
  const proposed = new Map<string, number>();
  for (const filed of events) {
    const { event, submissionId, reportId } = filed;
    switch (event.type) {
      case "section_submitted":
      case "section_taken":
        submitted.set(versionKey(submissionId, event.data.version), { ...filed, event });
        break;
      case "submission_approved":
      case "reopening_undone":
        if (submissionId) approved.set(submissionId, event.data.version);
        break;
      case "report_finalised":
      case "report_published":
      case "report_imported":
        if (reportId) fixed.set(reportId, { ...filed, hash: event.data.hash });
        break;
      case "adjustment_proposed": {
        const key = adjustmentKey(filed.cycleId, event.data);
        proposed.set(key, (proposed.get(key) ?? 0) + 1);
        break;
      }
      default:
        break;
    }
  }
  return { replayed: replayEvents(events), submitted, approved, fixed, proposed, files: tellFiles(events) };
}

/** The key of a version among those in the events. */
export function versionKey(submissionId: string | null, number: number): string {
  return `${submissionId} ${number}`;
}

/** The key of an adjustment in the events, which hold its content and not its id. */
export function adjustmentKey(
  cycleId: string | null,
  adjustment: { cellKey: string; amount: string; reason: string },
): string {
  return JSON.stringify([cycleId, adjustment.cellKey, adjustment.amount, adjustment.reason]);
}
