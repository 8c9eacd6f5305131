import type { DomainEvent, EventType } from "@/lib/domain/events";
import {
  adjusted,
  askedFrom,
  asRecorded,
  cycleOpened,
  datesChanged,
  downloaded,
  noteChosen,
  ofOtherBody,
  ofRole,
  ofRoles,
  ofRule,
  ofRuleSetting,
  ofYear,
  personAdded,
  reminded,
  reportTextSaved,
  returnReasonSaved,
  roleGranted,
  tokenMade,
  unitChanged,
  unitDissolved,
  unitReportTaken,
} from "@/lib/domain/events/event-values";
import type { SentenceValues, SentenceWords } from "@/lib/domain/events/event-words";
import {
  changedIn,
  explained,
  extended,
  inSection,
  paragraphSaved,
  placed,
  reopeningUndone,
  sentBack,
  signed,
  submitted,
} from "@/lib/domain/events/section-event-values";

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

type EventDataByType = { [Event in DomainEvent as Event["type"]]: Event["data"] };

/** The kind under which an event is found, and what its sentence is filled with. */
type EventRow<Type extends EventType> = {
  kind: EventKind;
  values: (data: EventDataByType[Type], words: SentenceWords) => SentenceValues;
};

const EVENT_ROWS: { readonly [Type in EventType]: EventRow<Type> } = {
  figures_saved: { kind: "changed", values: changedIn },
  paragraph_saved: { kind: "changed", values: paragraphSaved },
  section_declared_nil: { kind: "changed", values: changedIn },
  nil_declaration_withdrawn: { kind: "changed", values: changedIn },
  figures_carried: { kind: "changed", values: changedIn },
  blanks_counted_as_zero: { kind: "changed", values: changedIn },
  section_submitted: { kind: "submitted", values: submitted },
  section_signed: { kind: "submitted", values: signed },
  signature_declined: { kind: "returned", values: inSection },
  submission_withdrawn: { kind: "submitted", values: inSection },
  review_begun: { kind: "approved", values: inSection },
  review_released: { kind: "approved", values: inSection },
  submission_returned: { kind: "returned", values: sentBack },
  submission_approved: { kind: "approved", values: inSection },
  submission_reopened: { kind: "returned", values: sentBack },
  reopening_undone: { kind: "approved", values: reopeningUndone },
  comment_added: { kind: "returned", values: placed },
  comment_resolved: { kind: "changed", values: placed },
  warning_explained: { kind: "explained", values: explained },
  explanation_accepted: { kind: "explained", values: explained },
  report_warning_explained: { kind: "explained", values: ofRule },
  note_chosen: { kind: "explained", values: noteChosen },
  adjustment_proposed: { kind: "adjusted", values: adjusted },
  adjustment_signed: { kind: "adjusted", values: adjusted },
  adjustment_declined: { kind: "adjusted", values: adjusted },
  adjustment_withdrawn: { kind: "adjusted", values: adjusted },
  adjustment_revoked: { kind: "adjusted", values: adjusted },
  adjustment_restored: { kind: "adjusted", values: adjusted },
  report_text_saved: { kind: "changed", values: reportTextSaved },
  report_finalised: { kind: "released", values: asRecorded },
  report_unlocked: { kind: "released", values: asRecorded },
  report_published: { kind: "released", values: asRecorded },
  report_superseded: { kind: "released", values: asRecorded },
  erratum_begun: { kind: "released", values: asRecorded },
  erratum_called_off: { kind: "released", values: asRecorded },
  report_imported: { kind: "released", values: ofYear },
  unit_report_imported: { kind: "changed", values: unitReportTaken },
  unit_report_proposed: { kind: "changed", values: ofOtherBody },
  unit_report_declined: { kind: "returned", values: ofOtherBody },
  unit_report_withdrawn: { kind: "changed", values: ofOtherBody },
  rule_setting_proposed: { kind: "managed", values: ofRuleSetting },
  rule_setting_confirmed: { kind: "managed", values: ofRuleSetting },
  rule_setting_declined: { kind: "managed", values: ofRuleSetting },
  rule_setting_withdrawn: { kind: "managed", values: ofRuleSetting },
  cycle_opened: { kind: "managed", values: cycleOpened },
  cycle_dates_changed: { kind: "due", values: datesChanged },
  cycle_closed: { kind: "managed", values: ofYear },
  cycle_reopened: { kind: "managed", values: ofYear },
  due_date_extended: { kind: "due", values: extended },
  unit_exempted: { kind: "due", values: ofYear },
  unit_exemption_ended: { kind: "due", values: ofYear },
  unit_included: { kind: "managed", values: ofYear },
  unit_reminded: { kind: "due", values: reminded },
  unit_added: { kind: "managed", values: asRecorded },
  unit_changed: { kind: "managed", values: unitChanged },
  unit_dissolved: { kind: "managed", values: unitDissolved },
  unit_restored: { kind: "managed", values: asRecorded },
  unit_removed: { kind: "managed", values: asRecorded },
  person_added: { kind: "managed", values: personAdded },
  person_renamed: { kind: "managed", values: asRecorded },
  person_deactivated: { kind: "managed", values: asRecorded },
  person_reactivated: { kind: "managed", values: asRecorded },
  person_removed: { kind: "managed", values: asRecorded },
  role_granted: { kind: "managed", values: roleGranted },
  role_end_set: { kind: "managed", values: roleGranted },
  role_ended: { kind: "managed", values: ofRole },
  sign_in_code_issued: { kind: "managed", values: asRecorded },
  person_invited: { kind: "managed", values: (data, words) => ({ ...data, until: words.due(data.until) }) },
  mail_address_changed: { kind: "managed", values: asRecorded },
  calendar_made: { kind: "managed", values: asRecorded },
  calendar_ended: { kind: "managed", values: asRecorded },
  token_made: { kind: "managed", values: tokenMade },
  token_ended: { kind: "managed", values: asRecorded },
  second_factor_set_up: { kind: "managed", values: asRecorded },
  second_factor_removed: { kind: "managed", values: asRecorded },
  recovery_codes_made: { kind: "managed", values: asRecorded },
  recovery_code_used: { kind: "access", values: asRecorded },
  second_factor_demanded: { kind: "managed", values: ofRoles },
  password_set: { kind: "managed", values: asRecorded },
  signed_in: { kind: "access", values: askedFrom },
  sign_in_failed: { kind: "access", values: askedFrom },
  sign_in_slowed: { kind: "access", values: askedFrom },
  signed_out: { kind: "access", values: asRecorded },
  sessions_ended: { kind: "access", values: asRecorded },
  draft_downloaded: { kind: "access", values: downloaded },
  district_set_up: { kind: "managed", values: asRecorded },
  outline_changed: { kind: "managed", values: ofYear },
  contact_changed: { kind: "managed", values: asRecorded },
  letterhead_uploaded: { kind: "managed", values: asRecorded },
  letterhead_removed: { kind: "managed", values: asRecorded },
  return_reason_saved: { kind: "managed", values: returnReasonSaved },
  return_reason_removed: { kind: "managed", values: asRecorded },
};

/** The kind under which a reader finds an event in the history. */
export function kindOfEvent(type: EventType): EventKind {
  return EVENT_ROWS[type].kind;
}

/** What the sentence of an event is filled with, apart from who did it. */
export function valuesOfEvent<Type extends EventType>(
  event: { type: Type; data: EventDataByType[Type] },
  words: SentenceWords,
): SentenceValues {
  return EVENT_ROWS[event.type].values(event.data, words);
}
