import { cellsOf } from "@/lib/domain/check/subject-cells";
import { COMPARED_BODIES } from "@/lib/domain/compare-reports";
import { FORMATS } from "@/lib/formats";
import type { ComparisonQuestion } from "@/lib/services/load-comparison";
import { isId } from "@/lib/web/current-cycle";

/** The figure that is shown to whoever names none: how many requests came in. */
const FIRST_FIGURE = "requests.received.total";

/** Reads what an address asks to be compared; what it does not name rightly is left out. */
export function readComparisonQuery(query: URLSearchParams): ComparisonQuestion {
  const figure = query.get("figure") ?? "";
  const bodies = [...new Set(query.getAll("body").filter(isId))];
  return {
    cellKey: FORMATS.some((format) => cellsOf(format).has(figure)) ? figure : FIRST_FIGURE,
    districtIds: bodies.slice(0, COMPARED_BODIES),
    search: query.get("q")?.trim() || undefined,
  };
}
