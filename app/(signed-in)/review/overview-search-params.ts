import { UNIT_ORDERS, type UnitOrder } from "@/components/overview/overview-rows";
import type { SectionId } from "@/lib/domain/format";
import { PROGRESS_FILTERS, type ProgressFilter } from "@/lib/domain/progress";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { routes } from "@/lib/web/routes";

/** How one looks at the year; all of it stands in the address. */
export type OverviewSearchParams = { filter: ProgressFilter; sectionId: SectionId | null; order: UnitOrder };

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function readOverviewSearchParams(query: Query): OverviewSearchParams {
  return {
    filter: PROGRESS_FILTERS.find((filter) => filter === query.show) ?? "all",
    sectionId: SECTION_IDS.find((id) => id === query.section) ?? null,
    order: UNIT_ORDERS.find((order) => order === query.order) ?? "unit",
  };
}

export function hrefOfOverview(look: OverviewSearchParams, change: Partial<OverviewSearchParams> = {}): string {
  const { filter, sectionId, order } = { ...look, ...change };
  return routes.overview({
    show: filter === "all" ? undefined : filter,
    section: sectionId ?? undefined,
    order: order === "unit" ? undefined : order,
  });
}
