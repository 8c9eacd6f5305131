import type { DomainEvent } from "@/lib/domain/events";

/** The faults that verifying a database can find, each with a sentence of the command. */
export const FAULT_KINDS = [
  "event_missing",
  "event_changed",
  "events_cut_off",
  "seal_missing",
  "seal_changed",
  "version_missing",
  "version_changed",
  "version_unknown",
  "sums_changed",
  "submission_changed",
  "figures_changed",
  "report_missing",
  "report_changed",
  "roles_changed",
  "adjustment_changed",
  "unit_report_changed",
  "unit_report_missing",
  "letterhead_changed",
  "letterhead_missing",
  "cycle_changed",
  "cycle_missing",
] as const;

/** The first row that is not as it was written: `row` names its table and key. */
export type HistoryFault = { kind: (typeof FAULT_KINDS)[number]; row: string };

/** An event as the checks need it. */
export type CheckedEvent = {
  at: Date;
  actorId: string | null;
  actorName: string;
  organisationId: string | null;
  cycleId: string | null;
  submissionId: string | null;
  reportId: string | null;
  event: DomainEvent;
};
