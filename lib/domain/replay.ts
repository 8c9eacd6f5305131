import type { DomainEvent } from "@/lib/domain/events";
import type { ReportState } from "@/lib/domain/report";
import type { SubmissionState } from "@/lib/domain/submission";

type Filed = { submissionId: string | null; reportId: string | null; event: DomainEvent };

export type ReplayedSubmission = {
  state: SubmissionState;
  latestVersion: number;
  /** Cell key to text as found. */
  figures: Map<string, string | null>;
};

export type Replayed = {
  submissions: Map<string, ReplayedSubmission>;
  reports: Map<string, ReportState>;
};

/** Builds the states anew from the history alone; what is stored must agree with it. */
export function replayEvents(events: readonly Filed[]): Replayed {
  const submissions = new Map<string, ReplayedSubmission>();
  const reports = new Map<string, ReportState>();
  for (const { submissionId, reportId, event } of events) {
    if (submissionId) {
      const before = submissions.get(submissionId) ?? {
        state: "not_started" as const,
        latestVersion: 0,
        figures: new Map<string, string | null>(),
      };
      submissions.set(submissionId, applyToSubmission(before, event));
    }
    const reportState = reportStateAfter(event);
    if (reportId && reportState) reports.set(reportId, reportState);
  }
  return { submissions, reports };
}

function applyToSubmission(before: ReplayedSubmission, event: DomainEvent): ReplayedSubmission {
  switch (event.type) {
    case "figures_saved":
    case "section_declared_nil": {
      const figures = new Map(before.figures);
      for (const change of event.data.changes) figures.set(change.cellKey, change.to);
      return { ...before, state: "draft", figures };
    }
    case "paragraph_saved":
    case "signature_declined":
    case "submission_withdrawn":
      return { ...before, state: "draft" };
    case "section_submitted":
      return {
        ...before,
        state: event.data.awaitsSignature ? "awaiting_signature" : "submitted",
        latestVersion: event.data.version,
      };
    case "section_signed":
      return { ...before, state: "submitted" };
    case "submission_returned":
    case "submission_reopened":
      return { ...before, state: "returned" };
    case "submission_approved":
      return { ...before, state: "approved" };
    default:
      return before;
  }
}

function reportStateAfter(event: DomainEvent): ReportState | null {
  switch (event.type) {
    case "report_finalised":
      return "final";
    case "report_unlocked":
    case "erratum_begun":
      return "draft";
    case "report_published":
    case "report_imported":
      return "published";
    case "report_superseded":
      return "superseded";
    default:
      return null;
  }
}
