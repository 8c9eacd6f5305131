import type { Role } from "@/lib/domain/access";
import type { DomainEvent } from "@/lib/domain/events";
import type { SectionId } from "@/lib/domain/format";
import type { Language } from "@/lib/domain/language";

/** The kinds of notices that people get outside of the pages. */
export const NOTICE_KINDS = [
  "task_given",
  "due_changed",
  "due_soon",
  "overdue",
  "reminded",
  "signature_asked",
  "signature_declined",
  "returned",
  "reopened",
  "approved",
  "comment_answered",
  "outline_changed",
  "published",
  "report_offered",
  "correction_asked",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice before its recipients are known. It names its subject and holds no figure and no text. */
export type Notice = {
  kind: NoticeKind;
  sectionIds: readonly SectionId[];
  /** The due date, where the notice is about one. */
  dueAt: Date | null;
  /** The units that it is about, where the event is of the whole year; none for nobody. */
  organisationIds?: readonly string[];
};

const about = (kind: NoticeKind, sectionIds: readonly SectionId[] = [], due: string | null = null): Notice => ({
  kind,
  sectionIds,
  dueAt: due === null ? null : new Date(due),
});

/** The notice that an event gives rise to; null for most. */
export function noticeOf(event: DomainEvent): Notice | null {
  switch (event.type) {
    case "cycle_opened":
    case "unit_included":
      return about("task_given");
    case "due_date_extended":
      return about("due_changed", [event.data.sectionId], event.data.to);
    case "unit_reminded":
      return about("reminded", event.data.sections);
    case "section_submitted":
      return event.data.awaitsSignature ? about("signature_asked", [event.data.sectionId]) : null;
    case "signature_declined":
      return about("signature_declined", [event.data.sectionId]);
    case "submission_returned":
      return about("returned", [event.data.sectionId], event.data.dueAt);
    case "submission_reopened":
      return about("reopened", [event.data.sectionId], event.data.dueAt ?? null);
    case "submission_approved":
      return about("approved", [event.data.sectionId]);
    case "comment_resolved":
      return about("comment_answered", [event.data.sectionId]);
    case "outline_changed":
      return ofOutline(event.data);
    case "report_published":
      return about("published");
    default:
      return null;
  }
}

function ofOutline({ told = [], sectionId }: { told?: string[] | undefined; sectionId?: SectionId | undefined }) {
  if (told.length === 0) return null;
  return { ...about("outline_changed", sectionId ? [sectionId] : []), organisationIds: told };
}

type Addressees = {
  /** Roles in the unit that the notice is about; in every unit of the year where it is about the year. */
  unit: readonly Role[];
  office: readonly Role[];
  /** Whoever wrote a comment in that section. */
  commenters?: true;
};

const ADDRESSEES: Readonly<Record<NoticeKind, Addressees>> = {
  task_given: { unit: ["submitter", "head"], office: [] },
  due_changed: { unit: ["submitter"], office: [] },
  due_soon: { unit: ["submitter"], office: [] },
  overdue: { unit: ["submitter", "head"], office: [] },
  reminded: { unit: ["submitter"], office: [] },
  signature_asked: { unit: ["head"], office: [] },
  signature_declined: { unit: ["submitter"], office: [] },
  returned: { unit: ["submitter"], office: [] },
  reopened: { unit: ["submitter", "head"], office: [] },
  approved: { unit: ["submitter"], office: [] },
  comment_answered: { unit: [], office: [], commenters: true },
  outline_changed: { unit: ["submitter"], office: [] },
  published: { unit: ["submitter", "head"], office: ["reviewer", "editor", "director", "admin"] },
  /** To the office above: a government below has published its report. */
  report_offered: { unit: [], office: ["reviewer"] },
  /** To the office of the government below, whose report was sent back. */
  correction_asked: { unit: [], office: ["editor", "director"] },
};

/** What cannot wait for the next day's message. */
const URGENT: readonly NoticeKind[] = ["reminded", "signature_declined", "returned", "reopened", "correction_asked"];

/** Whether a notice cannot wait until the next day's message. */
export function isUrgent(kind: NoticeKind): boolean {
  return URGENT.includes(kind);
}

/** The kinds of notices that concern everybody and may be posted to groups. */
const IN_GROUPS: readonly NoticeKind[] = ["task_given", "due_soon", "overdue", "published"];

/** Whether a notice is posted to groups as well. */
export function isToldInGroups(kind: NoticeKind): boolean {
  return IN_GROUPS.includes(kind);
}

/** How much a person wants to be notified: daily and urgent, everything at once, only urgent, nothing. */
export const NOTICE_CHOICES = ["daily", "at_once", "urgent", "none"] as const;
export type NoticeChoice = (typeof NOTICE_CHOICES)[number];

/** A person's notification settings: address, language and amount. */
export type NoticeSettings = { email: string | null; language: Language; choice: NoticeChoice };

/** Whether this choice lets a notice through at all. */
export function isWanted(choice: NoticeChoice, kind: NoticeKind): boolean {
  return choice !== "none" && (choice !== "urgent" || isUrgent(kind));
}

/** A possible recipient, with their present roles. */
export type Reachable = {
  userId: string;
  hasAddress: boolean;
  choice: NoticeChoice;
  roles: readonly { organisationId: string; role: Role }[];
};

/** The subject of a notice, as far as it determines the recipients. */
export type NoticeSubject = {
  kind: NoticeKind;
  /** The actor, who gets no notice of their own act. */
  actorId: string | null;
  /** Null where it is about the whole year. */
  organisationId: string | null;
};

/**
 * Who is told: the people of the unit or the office whose roles the kind names, who have an address and want it; nobody
 * twice, and nobody of what they did themselves.
 */
export function listRecipients(
  notice: NoticeSubject,
  among: {
    people: readonly Reachable[];
    /** Units of the year that are expected to report. */
    unitIds: readonly string[];
    officeId: string | null;
    /** Who wrote comments in that section. */
    commenterIds: readonly string[];
  },
): string[] {
  const { unit, office, commenters } = ADDRESSEES[notice.kind];
  const units = notice.organisationId === null ? among.unitIds : [notice.organisationId];
  const isMeant = ({ userId, roles }: Reachable): boolean =>
    (commenters === true && among.commenterIds.includes(userId)) ||
    roles.some(
      ({ organisationId, role }) =>
        (unit.includes(role) && units.includes(organisationId)) ||
        (office.includes(role) && organisationId === among.officeId),
    );
  return among.people.flatMap((person) =>
    person.hasAddress && person.userId !== notice.actorId && isWanted(person.choice, notice.kind) && isMeant(person)
      ? [person.userId]
      : [],
  );
}
