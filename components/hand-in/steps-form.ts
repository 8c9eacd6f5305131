/** The forms whose fields stand in the cards of their sections. */
export const STEPS_FORM = { submit: "submit-sections", sign: "sign-sections" };
