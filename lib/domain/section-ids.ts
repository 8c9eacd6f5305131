/** The parts of a form that are filled in and reviewed as one, in the order of the form. */
export const SECTION_IDS = ["overview", "active", "requests", "litigation", "problems", "other"] as const;
