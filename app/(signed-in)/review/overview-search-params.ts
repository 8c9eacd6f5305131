import type { SectionId } from "@/lib/domain/format";
import { listSearchQuery, readListSearch } from "@/lib/domain/inputs/list-search";
import { UNIT_ORDERS } from "@/lib/domain/overview";
import { PROGRESS_FILTERS } from "@/lib/domain/progress";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import type { OverviewSearch } from "@/lib/services/load-overview";
import { routes } from "@/lib/web/routes";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** How one looks at the year; all of it stands in the address. */
export function readOverviewSearchParams(query: Query): OverviewSearch {
  const sectionId: SectionId | null = SECTION_IDS.find((id) => id === query.section) ?? null;
  return {
    ...readListSearch(query),
    filter: PROGRESS_FILTERS.find((filter) => filter === query.show) ?? "all",
    sectionId,
    order: UNIT_ORDERS.find((order) => order === query.order) ?? "unit",
  };
}

/** The parts of the address that say how one looks, without the page and what is searched. */
export function overviewQuery({ filter, sectionId, order }: Omit<OverviewSearch, "page" | "q">) {
  return {
    show: filter === "all" ? undefined : filter,
    section: sectionId ?? undefined,
    order: order === "unit" ? undefined : order,
  };
}

/** The same search with a change; whatever changes, one begins at its first page. */
export function hrefOfOverview(search: OverviewSearch, change: Partial<OverviewSearch> = {}): string {
  const changed = { ...search, page: 1, ...change };
  return routes.overview({ ...overviewQuery(changed), ...listSearchQuery(changed) });
}
