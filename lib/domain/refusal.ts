/** Why a service did not do what was asked. Codes are stable; their wording lives in the message files. */
export const REFUSAL_CODES = [
  "not_found",
  "not_permitted",
  "role_ended",
  "wrong_state",
  "storage_full",
  "storage_read_only",
  "database_busy",
  "own_submission",
  "own_adjustment",
  "not_proposer",
  "adjustment_impossible",
  "adjustment_large",
  "second_person_needed",
  "changed_meanwhile",
  "errors_open",
  "warnings_unexplained",
  "reason_missing",
  "cycle_closed",
  "review_began",
  "not_complete",
  "adjustments_open",
  "last_submitter",
  "last_reviewer",
  "last_administrator",
  "account_taken",
  "code_wrong_or_expired",
  "invitation_void",
  "mail_not_set_up",
  "mail_address_missing",
  "year_taken",
  "hard_end_early",
  "hard_end_past",
  "section_without_heading",
  "no_units",
  "already_set_up",
  "too_many_attempts",
  "wrong_password",
  "wrong_second_code",
  "second_step_late",
  "slow_down",
  "busy",
  "reader_busy",
  "weak_password",
  "invalid_figure",
  "name_taken",
  "wrong_place",
  "not_nil",
  "nil_not_declared",
  "blanks_not_seen",
  "reasons_full",
  "report_final",
  "heading_in_use",
  "unit_in_use",
  "last_head",
  "no_head",
  "role_held",
  "ends_before_it_begins",
  "ends_in_the_past",
  "report_unpublished",
  "other_body_unexplained",
  "other_body_waiting",
  "own_other_body",
  "own_rule_setting",
  "rule_setting_waiting",
  "not_own_proposal",
  "report_is_draft",
  "report_published",
  "nothing_corrected",
  "correction_has_changes",
  "correction_units_open",
  "due_date_not_later",
  "due_date_past",
  "due_date_needed",
  "unchanged_since_version",
  "section_handed_in",
  "own_account",
  "own_role",
  "unit_handed_in",
  "unit_dissolved",
  "person_in_use",
  "office_stays",
  "day_not_come",
  "unit_exempt",
  "carried_locked",
  "file_not_written",
  "too_many_files",
  "too_many_tokens",
  "too_many_webhooks",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * Thrown by a service so that its transaction rolls back; `formAction` turns it into a sentence.
 * `details` fill the placeholders of that sentence.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}
