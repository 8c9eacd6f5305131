/** PostgreSQL takes 65,535 parameters in one statement; no table here has more than 40 columns. */
const MOST_ROWS = 1_000;

/** Writes many rows by as many statements as they need, one after the other, in the caller's transaction. */
export async function inBatches<Row>(
  rows: readonly Row[],
  write: (part: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += MOST_ROWS) await write(rows.slice(start, start + MOST_ROWS));
}
