/** The sizes of texts in a table, as shares of the page's 16 points. */
export const TABLE_SIZES = { head: 0.5625, label: 0.625, figure: 0.656 } as const;
/** The size of the page's text. */
export const PAGE_SIZE_PT = 16;
/** Tables up to this long are not parted. */
export const SHORT_TABLE_ROWS = 14;

/** So many rows of a plain table stand together where it begins and where it ends, if they are not higher than this. */
export const ROWS_TOGETHER = 3;
export const TOGETHER_PT = 200;

/** What is wider than a narrow column of a plain table. */
export const LONG_RUN = /[!-~\u2212]{14,}/;

/** Texts up to this length stand in the middle of their column. */
export const CENTERED_CHARACTERS = 12;
