/** Larger than any file that is published here. */
export const MOST_GENUINE_BYTES = 20_000_000;
