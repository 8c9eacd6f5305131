import type { Role } from "@/lib/domain/access";
import { type DomainEvent, EVENT_TYPES, type EventType } from "@/lib/domain/events";
import type { SectionId } from "@/lib/domain/format";

/** What a reader looks for in a history. */
export const EVENT_KINDS = [
  "submitted",
  "returned",
  "approved",
  "changed",
  "explained",
  "due",
  "adjusted",
  "released",
  "managed",
  "access",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const KIND_OF: Readonly<Record<EventType, EventKind>> = {
  figures_saved: "changed",
  paragraph_saved: "changed",
  section_declared_nil: "changed",
  nil_declaration_withdrawn: "changed",
  blanks_counted_as_zero: "changed",
  section_submitted: "submitted",
  section_signed: "submitted",
  signature_declined: "returned",
  submission_withdrawn: "submitted",
  review_begun: "approved",
  review_released: "approved",
  submission_returned: "returned",
  submission_approved: "approved",
  submission_reopened: "returned",
  reopening_undone: "approved",
  comment_added: "returned",
  comment_resolved: "changed",
  warning_explained: "explained",
  explanation_accepted: "explained",
  report_warning_explained: "explained",
  note_chosen: "explained",
  adjustment_proposed: "adjusted",
  adjustment_signed: "adjusted",
  adjustment_declined: "adjusted",
  adjustment_withdrawn: "adjusted",
  adjustment_revoked: "adjusted",
  adjustment_restored: "adjusted",
  report_text_saved: "changed",
  report_finalised: "released",
  report_unlocked: "released",
  report_published: "released",
  report_superseded: "released",
  erratum_begun: "released",
  erratum_called_off: "released",
  report_imported: "released",
  unit_report_imported: "changed",
  unit_report_proposed: "changed",
  unit_report_declined: "returned",
  unit_report_withdrawn: "changed",
  rule_setting_proposed: "managed",
  rule_setting_confirmed: "managed",
  rule_setting_declined: "managed",
  rule_setting_withdrawn: "managed",
  cycle_opened: "managed",
  cycle_dates_changed: "due",
  cycle_closed: "managed",
  cycle_reopened: "managed",
  due_date_extended: "due",
  unit_exempted: "due",
  unit_exemption_ended: "due",
  unit_included: "managed",
  unit_reminded: "due",
  unit_added: "managed",
  unit_changed: "managed",
  unit_dissolved: "managed",
  unit_restored: "managed",
  unit_removed: "managed",
  person_added: "managed",
  person_renamed: "managed",
  person_deactivated: "managed",
  person_reactivated: "managed",
  person_removed: "managed",
  role_granted: "managed",
  role_ended: "managed",
  sign_in_code_issued: "managed",
  password_set: "managed",
  signed_in: "access",
  sign_in_failed: "access",
  sign_in_slowed: "access",
  signed_out: "access",
  sessions_ended: "access",
  draft_downloaded: "access",
  district_set_up: "managed",
  outline_changed: "managed",
  contact_changed: "managed",
  letterhead_uploaded: "managed",
  letterhead_removed: "managed",
};

/** The kind under which a reader finds an event in the history. */
export function kindOfEvent(type: EventType): EventKind {
  return KIND_OF[type];
}

/** The event types of these kinds, in the order of `EVENT_TYPES`; none for no kind. */
export function listTypesOfKinds(kinds: readonly EventKind[]): EventType[] {
  return EVENT_TYPES.filter((type) => kinds.includes(KIND_OF[type]));
}

/** What reviewers do before they have decided; a unit is not told of it. */
const NOT_FOR_UNITS: readonly EventType[] = ["comment_added", "explanation_accepted"];

/** The types that a unit may read in its own history. */
export function listTypesForUnits(): EventType[] {
  return EVENT_TYPES.filter((type) => !NOT_FOR_UNITS.includes(type));
}

/** Words of the reader's language that a sentence is filled with. */
export type EventWords = {
  /** A section of a unit; of nobody in particular where the unit is known from who acted. */
  part: (unitName: string | null, sectionId: SectionId) => string;
  sections: (sectionIds: readonly SectionId[]) => string;
  /** A cell, an indicator or a paragraph. */
  place: (anchor: string) => string;
  role: (role: Role) => string;
  rule: (rule: string) => string;
  /** A due date as written in the event. */
  due: (moment: string) => string;
};

export type EventSentence = {
  /** Fill the message `events.sentence.` and the event's type. */
  values: Readonly<Record<string, string | number>>;
  /** Values that were changed, for the `changes` tag of the sentence. */
  changes: readonly { place: string; from: string | null; to: string | null }[];
};

type Told = {
  actorName: string;
  event: DomainEvent;
  /** The unit and year that the event is filed under, where it is. */
  unitName: string | null;
  year: number | null;
};

/** What a sentence is told in place of the body of a report that names none. */
const NOBODY = "none";

const yesNo = (is: boolean | undefined) => (is === undefined ? "unsaid" : is ? "yes" : "no");

/** Says what an event's sentence is filled with, whatever the language. */
export function describeEvent(told: Told, words: EventWords): EventSentence {
  const { actorName, unitName, year, event } = told;
  const isNamedByActor = unitName !== null && actorName.startsWith(unitName);
  const base = {
    who: actorName,
    hasActor: yesNo(actorName !== ""),
    unit: unitName ?? "",
    hasUnit: yesNo(unitName !== null),
    year: year === null ? "" : String(year),
  };
  const part = (sectionId: SectionId) => words.part(isNamedByActor ? null : unitName, sectionId);
  return { values: { ...base, ...valuesOf(event, words, part) }, changes: changesOf(event, words) };
}

function valuesOf(
  event: DomainEvent,
  words: EventWords,
  part: (sectionId: SectionId) => string,
): Record<string, string | number> {
  switch (event.type) {
    case "figures_saved":
    case "section_declared_nil":
    case "nil_declaration_withdrawn":
    case "blanks_counted_as_zero":
      return { part: part(event.data.sectionId), count: event.data.changes.length };
    case "paragraph_saved":
      return { ...event.data, part: part(event.data.sectionId), hasHeading: yesNo(event.data.heading !== "") };
    case "report_text_saved":
      return { ...event.data, hasHeading: yesNo(event.data.heading !== "") };
    case "section_submitted": {
      const { sectionId, version, receipt, isNil, awaitsSignature, isLate, unchangedReason } = event.data;
      return {
        part: part(sectionId),
        version,
        receipt,
        isNil: yesNo(isNil),
        awaits: yesNo(awaitsSignature),
        isLate: yesNo(isLate),
        isUnchanged: yesNo(unchangedReason !== undefined),
        unchangedReason: unchangedReason ?? "",
      };
    }
    case "submission_reopened": {
      const { sectionId, version, reason, dueAt = null } = event.data;
      return {
        part: part(sectionId),
        version,
        reason,
        dueAt: dueAt === null ? "" : words.due(dueAt),
        hasDue: yesNo(dueAt !== null),
      };
    }
    case "submission_returned": {
      const { sectionId, version, reason, comments, dueAt } = event.data;
      return {
        part: part(sectionId),
        version,
        reason,
        comments,
        dueAt: dueAt === null ? "" : words.due(dueAt),
        hasDue: yesNo(dueAt !== null),
      };
    }
    case "comment_added":
    case "comment_resolved":
      return { ...event.data, part: part(event.data.sectionId), place: words.place(event.data.anchor) };
    case "warning_explained":
    case "explanation_accepted":
      return { ...event.data, part: part(event.data.sectionId), rule: words.rule(event.data.rule) };
    case "report_warning_explained":
      return { ...event.data, rule: words.rule(event.data.rule) };
    case "note_chosen": {
      const { rule, unit, note } = event.data;
      return {
        rule: words.rule(rule),
        of: unit,
        isOwn: yesNo(unit === ""),
        note: note ?? "",
        isPrinted: yesNo(note !== null),
      };
    }
    case "section_signed":
    case "signature_declined":
    case "submission_withdrawn":
    case "review_begun":
    case "review_released":
    case "submission_approved":
      return { ...event.data, part: part(event.data.sectionId) };
    case "reopening_undone": {
      const { sectionId, version, changes, texts } = event.data;
      const dropped = texts.flatMap((text) => (text.dropped === "" ? [] : [text.dropped])).join("\n");
      return { part: part(sectionId), version, count: changes.length, dropped: dropped || "none" };
    }
    case "due_date_extended": {
      const { sectionId, from, to, reason } = event.data;
      return { part: part(sectionId), from: words.due(from), to: words.due(to), reason };
    }
    case "cycle_dates_changed": {
      const { year, part: which, from, to } = event.data;
      return { year: String(year), which, from: words.due(from), to: words.due(to) };
    }
    case "signed_in":
    case "sign_in_failed":
    case "sign_in_slowed":
      return { ...event.data, isKnownDevice: yesNo(event.data.isKnownDevice) };
    case "draft_downloaded":
      return { version: event.data.version, format: event.data.format.toUpperCase() };
    case "adjustment_proposed":
    case "adjustment_signed":
    case "adjustment_declined":
    case "adjustment_withdrawn":
    case "adjustment_revoked":
    case "adjustment_restored":
      return { ...event.data, place: words.place(event.data.cellKey) };
    case "unit_reminded":
      return { sections: words.sections(event.data.sections) };
    case "role_granted":
    case "role_ended":
      return { account: event.data.account, role: words.role(event.data.role) };
    case "unit_changed": {
      const { name, before, isActive, needsSignature } = event.data;
      return {
        name,
        before,
        isRenamed: yesNo(name !== before),
        active: yesNo(isActive),
        signature: yesNo(needsSignature),
      };
    }
    case "unit_dissolved": {
      const { name, on, reason, isCounted } = event.data;
      const [year = "", month = 0, day = 0] = on.split("-").map(Number);
      return { name, reason, onYear: String(year), onMonth: month, onDay: day, counted: yesNo(isCounted) };
    }
    case "cycle_opened": {
      const { year, formatId, units, carriedFrom } = event.data;
      return {
        year: String(year),
        formatId,
        units,
        isCarried: yesNo(carriedFrom !== null),
        carriedFrom: String(carriedFrom ?? ""),
      };
    }
    case "unit_report_imported": {
      const { year, title, hash, reason = "", proposedBy = "", confirmation = "" } = event.data;
      const others = { body: event.data.body || NOBODY, reason, isOther: yesNo(reason !== "") };
      const confirmed = { proposedBy, confirmation, isConfirmed: yesNo(confirmation !== "") };
      return { year: String(year), title, hash, ...others, ...confirmed };
    }
    case "unit_report_proposed":
    case "unit_report_declined":
    case "unit_report_withdrawn":
      return { ...event.data, year: String(event.data.year), body: event.data.body || NOBODY };
    case "rule_setting_proposed":
    case "rule_setting_confirmed":
    case "rule_setting_declined":
    case "rule_setting_withdrawn":
      return { ...event.data, ruleVersion: String(event.data.ruleVersion), rule: words.rule(event.data.rule) };
    case "report_imported":
    case "cycle_closed":
    case "cycle_reopened":
    case "unit_exempted":
    case "unit_exemption_ended":
    case "unit_included":
    case "outline_changed":
      return { ...event.data, year: String(event.data.year) };
    default:
      return event.data;
  }
}

function changesOf(event: DomainEvent, words: EventWords): EventSentence["changes"] {
  if (!("changes" in event.data)) return [];
  return event.data.changes.map(({ cellKey, from, to }) => ({ place: words.place(cellKey), from, to }));
}
