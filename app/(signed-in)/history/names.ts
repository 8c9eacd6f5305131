import type { EventNames } from "@/components/event-sentence";
import type { HistoryNames } from "@/lib/services/load-history";

export function eventNamesOf(names: HistoryNames): EventNames {
  return {
    unitOf: (id) => names.units.get(id) ?? null,
    yearOf: (id) => names.years.get(id) ?? null,
    cellOf: names.cells,
    headingOf: names.headings,
  };
}
