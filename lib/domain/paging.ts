/** So many rows stand on a page of a list; a list that has no more is shown as it is. */
export const PAGE_SIZE = 50;

/** The rows of one page of a list, and which of its pages that is. */
export type Paged<Row> = {
  rows: Row[];
  /** Rows on all pages together. */
  total: number;
  /** Counted from 1. */
  page: number;
  pageCount: number;
};

/** Which rows of a list of `total` stand on a page. A page behind the last one is the last one: rows may have gone meanwhile. */
export function placePage(
  total: number,
  page: number,
): { page: number; pageCount: number; limit: number; offset: number } {
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const placed = Math.min(Math.max(1, page), pageCount);
  return { page: placed, pageCount, limit: PAGE_SIZE, offset: (placed - 1) * PAGE_SIZE };
}

/** One page of rows that are all at hand. */
export function pageOf<Row>(rows: readonly Row[], page: number): Paged<Row> {
  const { limit, offset, ...place } = placePage(rows.length, page);
  return { rows: rows.slice(offset, offset + limit), total: rows.length, ...place };
}

/** Counts first, then reads the page wanted, or the last one where there are no longer as many. */
export async function readPage<Row>(
  page: number,
  list: { count: () => Promise<number>; read: (part: { limit: number; offset: number }) => Promise<Row[]> },
): Promise<Paged<Row>> {
  const total = await list.count();
  const { limit, offset, ...place } = placePage(total, page);
  return { rows: total === 0 ? [] : await list.read({ limit, offset }), total, ...place };
}

/** The pages that a pager names: the first, the last, and those beside the present one; null where some are left out. */
export function pagesToName(page: number, pageCount: number): (number | null)[] {
  const shownPages = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount);
  const named = [...new Set(shownPages)];
  return named.flatMap((number, index) => {
    const before = named[index - 1] ?? 0;
    if (number === before + 1) return [number];
    return number === before + 2 ? [number - 1, number] : [null, number];
  });
}
