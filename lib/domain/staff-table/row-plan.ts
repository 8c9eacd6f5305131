/** Why a row of a table of units or people is not taken. Codes are stable; their wording lives in the message files. */
export const STAFF_PROBLEMS = [
  "unit_name_missing",
  "name_missing",
  "text_too_long",
  "unit_twice",
  "kind_unknown",
  "kind_fixed",
  "office_once",
  "government_elsewhere",
  "position_wrong",
  "signature_wrong",
  "no_head",
  "unit_dissolved",
  "district_name",
  "account_missing",
  "account_wrong",
  "account_twice",
  "account_taken",
  "email_wrong",
  "email_twice",
  "has_left",
  "role_missing",
  "role_unknown",
  "role_twice",
  "unit_missing",
  "unit_unknown",
  "wrong_place",
  "date_wrong",
  "begins_fixed",
  "ends_before_it_begins",
  "ends_in_the_past",
  "own_role",
  "last_submitter",
  "last_head",
  "last_reviewer",
  "last_administrator",
] as const;
export type StaffProblemCode = (typeof STAFF_PROBLEMS)[number];
export type StaffProblem = { code: StaffProblemCode; values?: Readonly<Record<string, string | number>> };

/** One thing that differs from what is here; `from` is empty where there was nothing. A role has its days, where they are said. */
export type StaffChange = { column: string; from: string; to: string; term?: { from?: string; until?: string } };

/** What becomes of one row: something new is made, something is changed, all is there already, or it is refused. */
export type RowPlan<Write> = { line: number; label: string } & (
  | { outcome: "made" | "changed"; changes: readonly StaffChange[]; write: Write }
  | { outcome: "same" }
  | { outcome: "refused"; problem: StaffProblem }
);

/** What a rule finds wrong with a row; `null` where it finds nothing. */
export function problem(code: StaffProblemCode, values: StaffProblem["values"] = {}): StaffProblem {
  return { code, values };
}
