/** The forms whose fields stand in the cards of their sections. */
export const SECTION_FORM_IDS = { submit: "submit-sections", sign: "sign-sections" };
