import type { DomainEvent } from "@/lib/domain/events";
import { listReservations } from "@/lib/domain/head-statement";
import type { ReportState } from "@/lib/domain/report";
import type { SubmissionState } from "@/lib/domain/submission";

type Filed = {
  organisationId: string | null;
  submissionId: string | null;
  reportId: string | null;
  event: DomainEvent;
};

export type ReplayedSubmission = {
  state: SubmissionState;
  latestVersion: number;
  /** Cell key to text as found. */
  figures: Map<string, string | null>;
  /** Heading key to the length of its text: what was written is in the versions, not in the history. */
  texts: Map<string, number>;
  isNil: boolean;
  /** The head signed the newest version and answered a statement with no. */
  hasReservation: boolean;
};

export type ReplayedPerson = {
  isActive: boolean;
  /** "unit role" of each role that nobody ended, with the moments at which it ends by itself, null for never. */
  roles: Map<string, (string | null)[]>;
};

export type Replayed = {
  submissions: Map<string, ReplayedSubmission>;
  reports: Map<string, ReportState>;
  /** By account. */
  people: Map<string, ReplayedPerson>;
};

const UNTOUCHED: ReplayedSubmission = {
  state: "not_started",
  latestVersion: 0,
  figures: new Map(),
  texts: new Map(),
  isNil: false,
  hasReservation: false,
};

/** Builds the states anew from the history alone; what is stored must agree with it. */
export function replayEvents(events: readonly Filed[]): Replayed {
  const submissions = new Map<string, ReplayedSubmission>();
  const reports = new Map<string, ReportState>();
  const people = new Map<string, ReplayedPerson>();
  for (const { organisationId, submissionId, reportId, event } of events) {
    if (submissionId) {
      submissions.set(submissionId, applyToSubmission(submissions.get(submissionId) ?? UNTOUCHED, event));
    }
    const reportState = reportStateAfter(event);
    if (reportId && reportState) reports.set(reportId, reportState);
    applyToPeople(people, organisationId, event);
  }
  return { submissions, reports, people };
}

function applyToSubmission(before: ReplayedSubmission, event: DomainEvent): ReplayedSubmission {
  switch (event.type) {
    case "figures_saved":
    case "section_declared_nil": {
      const figures = new Map(before.figures);
      for (const change of event.data.changes) figures.set(change.cellKey, change.to);
      return { ...before, state: "draft", figures, isNil: event.type === "section_declared_nil" };
    }
    case "figures_carried":
    case "nil_declaration_withdrawn":
    case "blanks_counted_as_zero": {
      const figures = new Map(before.figures);
      for (const change of event.data.changes) figures.set(change.cellKey, change.to);
      return { ...before, figures, isNil: event.type !== "nil_declaration_withdrawn" && before.isNil };
    }
    case "ledger_counted":
      return { ...before, state: "draft", isNil: false };
    case "paragraph_saved":
      return {
        ...before,
        state: "draft",
        texts: new Map(before.texts).set(event.data.headingKey, event.data.characters),
      };
    case "signature_declined":
    case "submission_withdrawn":
      return { ...before, state: "draft" };
    case "section_submitted":
      return {
        ...before,
        state: event.data.awaitsSignature ? "awaiting_signature" : "submitted",
        latestVersion: event.data.version,
        hasReservation: false,
      };
    case "section_taken": {
      const { version, isNil, changes, texts } = event.data;
      const figures = new Map(before.figures);
      for (const change of changes) figures.set(change.cellKey, change.to);
      const lengths = new Map(before.texts);
      for (const { headingKey, characters } of texts) lengths.set(headingKey, characters);
      return {
        ...before,
        state: "submitted",
        latestVersion: version,
        figures,
        texts: lengths,
        isNil,
        hasReservation: false,
      };
    }
    case "section_signed":
      return { ...before, state: "submitted", hasReservation: listReservations(event.data.answers).length > 0 };
    case "submission_returned":
    case "submission_reopened":
      return { ...before, state: "returned" };
    case "submission_approved":
      return { ...before, state: "approved" };
    case "reopening_undone": {
      const { version, isNil = before.isNil, changes, texts } = event.data;
      const figures = new Map(before.figures);
      for (const change of changes) figures.set(change.cellKey, change.to);
      const lengths = new Map(before.texts);
      for (const { headingKey, characters } of texts) lengths.set(headingKey, characters);
      return { ...before, state: "approved", latestVersion: version, figures, texts: lengths, isNil };
    }
    default:
      return before;
  }
}

function applyToPeople(people: Map<string, ReplayedPerson>, organisationId: string | null, event: DomainEvent): void {
  switch (event.type) {
    case "person_added":
      people.set(event.data.account, { isActive: true, roles: new Map() });
      return;
    case "person_removed":
      people.delete(event.data.account);
      return;
    case "person_deactivated":
    case "person_reactivated": {
      const person = people.get(event.data.account);
      if (person) person.isActive = event.type === "person_reactivated";
      return;
    }
    case "role_granted":
      endsOf(people, organisationId, event.data).push(event.data.until ?? null);
      return;
    // Of several that ended by themselves the last one is the one that is meant.
    case "role_end_set":
      endsOf(people, organisationId, event.data).splice(-1, 1, event.data.until);
      return;
    case "role_ended":
      endsOf(people, organisationId, event.data).pop();
      return;
    default:
      return;
  }
}

function endsOf(
  people: Map<string, ReplayedPerson>,
  organisationId: string | null,
  { account, role }: { account: string; role: string },
): (string | null)[] {
  const person = people.get(account);
  if (!person) return [];
  const key = `${organisationId} ${role}`;
  const ends = person.roles.get(key) ?? [];
  person.roles.set(key, ends);
  return ends;
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
    case "erratum_called_off":
      return "called_off";
    case "report_superseded":
      return "superseded";
    default:
      return null;
  }
}
