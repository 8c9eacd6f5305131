/** The names of the fields that stand beside a section's tick, each followed by the section's id. */
export const STEP_FIELDS = { revision: "revision:", blanks: "blanks:", reason: "reason:" };
