/** The margins of what stands above a list in the panel. */
export const PANEL_LEAD = "px-4 pt-3 pb-1";
