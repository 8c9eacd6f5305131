/** The levels of government, the highest first. */
export const GOVERNMENT_LEVELS = ["province", "city", "district", "township"] as const;
export type GovernmentLevel = (typeof GOVERNMENT_LEVELS)[number];
