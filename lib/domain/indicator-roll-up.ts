/**
 * How an indicator's value in the district comes from what its units give: added up, the one given last, the greatest, the
 * ratio of two other indicators, or not at all, where each unit's value stands for itself.
 */
export const INDICATOR_ROLL_UPS = ["sum", "last", "maximum", "ratio", "none"] as const;
export type IndicatorRollUp = (typeof INDICATOR_ROLL_UPS)[number];
