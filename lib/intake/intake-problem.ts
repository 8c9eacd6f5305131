/** Why a file could not be read. Codes are stable; their wording lives in the message files. */
export const INTAKE_PROBLEMS = [
  "too_large",
  "empty",
  "old_office",
  "old_wps",
  "unknown_type",
  "broken",
  "encrypted",
  "too_much_inside",
  "took_too_long",
  "too_much_memory",
  "no_text",
  "no_report",
  "no_year",
  "wrong_schema",
  "foreign_xml",
] as const;

export type IntakeProblem = (typeof INTAKE_PROBLEMS)[number];

/** Thrown inside the readers and caught at their door, where it becomes a returned value. */
export class Unreadable extends Error {
  readonly problem: IntakeProblem;

  constructor(problem: IntakeProblem) {
    super(problem);
    this.name = "Unreadable";
    this.problem = problem;
  }
}
