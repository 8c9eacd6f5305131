/** Error codes of schemas beyond length and form; their messages are in `refusals.fields`. */
export const SAID = [
  "missing",
  "lineTooLong",
  "linesAlike",
  "email",
  "dayList",
  "robotAddress",
  "webhookAddress",
  "answer",
] as const;

export type Said = { say: (typeof SAID)[number]; values?: Readonly<Record<string, string | number>> };
