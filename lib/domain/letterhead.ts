/** What an office's own Word template may hold, in double braces; only the body must be there. */
export const LETTERHEAD_FIELDS = {
  body: "正文",
  title: "标题",
  office: "发文机关",
  date: "日期",
  year: "年度",
  version: "版次",
  code: "核验码",
} as const;

export type LetterheadField = keyof typeof LETTERHEAD_FIELDS;

/** A letterhead has a seal or two in it, not a film. */
export const LETTERHEAD_MAX_BYTES = 2 * 1024 * 1024;

/** What keeps a file from being an office's template. Codes are stable; their wording lives in the message files. */
export const LETTERHEAD_PROBLEMS = [
  "too_large",
  "not_word",
  "encrypted",
  "broken",
  "too_much_inside",
  "took_too_long",
  "strict",
  "macros",
  "embedded",
  "external",
  "fetching_field",
  "tracked_changes",
  "comments",
  "wide_braces",
  "unknown_field",
  "body_missing",
  "body_twice",
  "body_misplaced",
  "body_not_alone",
  "too_narrow",
  "does_not_work",
] as const;

/** One problem; `found` is what in the file it is about. */
export type LetterheadProblem = { code: (typeof LETTERHEAD_PROBLEMS)[number]; found: string };

/** A template that may be used, or everything that is wrong with it. */
export type LetterheadCheck = { ok: true; file: Uint8Array } | { ok: false; problems: LetterheadProblem[] };

/** A template without its bytes. */
export type Letterhead = {
  id: string;
  fileName: string;
  hash: string;
  uploadedByName: string;
  uploadedAt: Date;
};
