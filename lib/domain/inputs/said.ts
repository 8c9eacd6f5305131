/** What a schema itself says of a value, beyond its length and form; worded in `refusals.fields`. */
export const SAID = ["missing", "lineTooLong", "linesAlike", "email", "dayList", "robotAddress"] as const;

export type Said = { say: (typeof SAID)[number]; values?: Readonly<Record<string, string | number>> };
